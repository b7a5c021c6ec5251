package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {

  @Test
  void bodyIsMadeOfTheFieldsAndEmptyOnesAreAbsent() {
    // Given
    var typed =
        typed(
            1,
            Map.of(
                "/reference", " AZ 1 ",
                "/validUntil", "",
                "/offence/description", "one\r\ntwo",
                "/suspectConfirmed", "true",
                "/items/0/identifier/value", "demo_user_1",
                "/items/0/from", "2026-05-01",
                "/items/0/to", "2026-05-31"));

    // When
    var body = typed.body();

    // Then
    assertThat(body)
        .hasToString(
            "{\"reference\":\"AZ 1\",\"issuingAuthority\":{},\"offence\":{\"description\":\"one\\n"
                + "two\"},"
                + "\"officer\":{},\"suspectConfirmed\":true,\"items\":[{\"identifier\":{\"value\":\"demo_user_1\"},"
                + "\"from\":\"2026-05-01T00:00:00Z\",\"to\":\"2026-06-01T00:00:00Z\"}]}");
  }

  @Test
  void whatTheFormDoesNotKnowIsLeftOut() {
    // Given
    var typed = typed(1, Map.of("/items/1/from", "2026-05-01", "/evil", "x", "/items/x/from", "y"));

    // When
    var hidden = typed.outside(Step.CONFIRM);

    // Then
    assertThat(hidden).isEmpty();
  }

  @Test
  void everyValueTravelsThroughTheStepsThatDoNotShowIt() {
    // Given
    var typed = typed(2, Map.of("/reference", "AZ 1", "/items/1/to", "2026-05-31"));

    // When
    var whileOrder = typed.outside(Step.ORDER);
    var whileAccounts = typed.outside(Step.ACCOUNTS);

    // Then
    assertThat(whileOrder).containsExactly(new Typed.Hidden("/items/1/to", "2026-05-31"));
    assertThat(whileAccounts).containsExactly(new Typed.Hidden("/reference", "AZ 1"));
  }

  @Test
  void accountsAfterARemovedOneMoveUp() {
    // Given
    var typed =
        typed(
            3,
            Map.of(
                "/items/0/identifier/value", "a",
                "/items/1/identifier/value", "b",
                "/items/2/identifier/value", "c",
                "/reference", "AZ 1"));

    // When
    var fewer = typed.withoutAccount(1);

    // Then
    assertThat(fewer.accounts()).isEqualTo(2);
    assertThat(fewer.value("/items/0/identifier/value")).isEqualTo("a");
    assertThat(fewer.value("/items/1/identifier/value")).isEqualTo("c");
    assertThat(fewer.value("/reference")).isEqualTo("AZ 1");
  }

  @Test
  void onlyAccountStaysAndThereAreNeverTooMany() {
    // Given
    var one = typed(1, Map.of());
    var full = typed(Typed.MAX_ACCOUNTS, Map.of());

    // When, then
    assertThat(one.withoutAccount(0).accounts()).isEqualTo(1);
    assertThat(full.withAccount().accounts()).isEqualTo(Typed.MAX_ACCOUNTS);
    assertThat(typed(1_000_000, Map.of()).accounts()).isEqualTo(Typed.MAX_ACCOUNTS);
  }

  @ParameterizedTest
  @CsvSource({
    "/reference, /reference",
    "/items/0/dataTypes/1, /items/0/dataTypes",
    "/items/1, /items/1/identifier/value",
    "/items, /items/0/identifier/value",
    "/issuingAuthority/country, /issuingAuthority/country"
  })
  void faultIsShownAtTheFieldThatCausedIt(String pointer, String field) {
    assertThat(typed(2, Map.of()).fieldOf(pointer)).isEqualTo(field);
  }

  @Test
  void valuesAreInNoLogLine() {
    assertThat(typed(1, Map.of("/reference", "AZ 1")).toString()).doesNotContain("AZ 1");
  }

  private static Typed typed(int accounts, Map<String, String> fields) {
    var form = new HashMap<String, List<String>>();
    fields.forEach((name, value) -> form.put(name, new ArrayList<>(List.of(value))));
    form.put("accounts", List.of(Integer.toString(accounts)));
    return Typed.read(form);
  }
}
