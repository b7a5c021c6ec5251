package org.writ.review.desk.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Reviewer;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CountryPageTest {

  private static final String REASON = "Opinions are charged as fraud.";

  @Test
  void anOperatorProposesSafeguardsAndAnotherPersonConfirmsThem() {
    // Given
    var olga = visitor("olga");
    var sofia = visitor("sofia");
    String address = "/desk/countries/ZW";

    // When
    var proposed = olga.post(address, proposal(olga.get(address), REASON));

    // Then
    assertThat(proposed.address().getPath()).isEqualTo(address);
    assertThat(proposed.html())
        .contains("The safeguards are proposed.", "Speech, Other", REASON, "90")
        .contains("You proposed them. Another person has to confirm them.")
        .doesNotContain("/confirmation");
    assertThat(olga.get("/desk/countries").html())
        .contains("href=\"/desk/countries/ZW\"", "Zimbabwe", "Waits for a second person");

    // When
    var seen = sofia.get(address);
    var confirmed = sofia.post(address + "/confirmation", seen(seen));

    // Then
    assertThat(seen.html()).doesNotContain("name=\"reason\"");
    assertThat(confirmed.html())
        .contains(
            "The safeguards are confirmed.", "Confirmed as edition 1", "Senior reviewer · you")
        .doesNotContain("/confirmation");
  }

  @Test
  void aChangeThatCrossesAnotherIsRefusedAndWhatWasTypedIsKept() {
    // Given
    var olga = visitor("olga");
    olga.read("de");
    String address = "/desk/countries/ZM";
    var stale = olga.get(address);
    olga.post(address, proposal(stale, REASON));

    // When
    var page = olga.post(address, proposal(stale, "Something <else>\r\n was typed."));

    // Then
    assertThat(page.status()).isEqualTo(412);
    assertThat(page.html())
        .contains("Die Schutzvorkehrungen haben sich geändert")
        .contains("Something &lt;else&gt; was typed.", REASON);
  }

  @Test
  void whoProposedMayNotConfirmAndIsToldWhy() {
    // Given
    var olga = visitor("olga");
    String address = "/desk/countries/ZA";
    var proposed = olga.post(address, proposal(olga.get(address), REASON));

    // When
    var page = olga.post(address + "/confirmation", seen(proposed));

    // Then
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.html()).contains("so that nobody alone changes how a country is treated");
  }

  @Test
  void everyFaultOfAProposalIsNamedAtItsField() {
    // Given
    var olga = visitor("olga");
    String address = "/desk/countries/YE";
    var fields = new ArrayList<>(seen(olga.get(address)));
    fields.add(Map.entry("mostPeriodDays", "many"));
    fields.add(Map.entry("mostItems", "0"));
    fields.add(Map.entry("reason", " "));

    // When
    var page = olga.post(address, fields);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("Please give a whole number from 1 to 3660.", "from 1 to 1000000.")
        .contains("id=\"reason-fault\">Please fill this in.", "value=\"many\"");
  }

  @Test
  void aCountryThatNothingIsSetForIsFoundByItsName() {
    // When
    var page = visitor("rita").get("/desk/countries?country=IS");

    // Then
    assertThat(page.address().getPath()).isEqualTo("/desk/countries/IS");
    assertThat(page.html())
        .contains("Iceland", "the policy alone counts")
        .doesNotContain("<form method=\"post\" action=\"/desk/countries");
  }

  @ParameterizedTest
  @CsvSource({
    "dora,/desk/countries,403",
    "rita,/desk/countries/Iceland,404",
    "ada,/desk/countries?cursor=nonsense,404",
    "ada,/desk/countries/IS,200"
  })
  void whoMayNotAndWhatIsNotThereIsSaid(String person, String path, int status) {
    assertThat(new PageVisitor().signIn(person, path).status()).isEqualTo(status);
  }

  @Test
  void onlyOperatorsPropose() {
    // When
    var page = visitor("sofia").post("/desk/countries/IS", List.of(Map.entry("reason", "x")));

    // Then
    assertThat(page.status()).isEqualTo(403);
    Reviewer.SOFIA.request().get("/v1/jurisdictions/IS").then().statusCode(200);
  }

  private static PageVisitor visitor(String person) {
    var visitor = new PageVisitor();
    visitor.signIn(person, "/desk/countries");
    return visitor;
  }

  private static List<Map.Entry<String, String>> seen(PageVisitor.Page page) {
    return List.of(Map.entry("seen", String.valueOf(page.hidden().getOrDefault("seen", "1"))));
  }

  private static List<Map.Entry<String, String>> proposal(PageVisitor.Page seen, String reason) {
    var fields = new ArrayList<>(seen(seen));
    fields.add(Map.entry("escalation", "yes"));
    fields.add(Map.entry("refusedOffences", "SPEECH"));
    fields.add(Map.entry("refusedOffences", "OTHER"));
    fields.add(Map.entry("mostPeriodDays", "90"));
    fields.add(Map.entry("mostItems", ""));
    fields.add(Map.entry("reason", reason));
    return fields;
  }
}
