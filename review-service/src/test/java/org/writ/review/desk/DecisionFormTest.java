package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writ.review.casework.CaseView;

class DecisionFormTest {

  private static final Allowed ALLOWED =
      new Allowed(
          Set.of("IP_ADDRESS", "PHONE_NUMBER"),
          Set.of("NO_SUSPECT", "OVERBROAD", "DATA_TYPE_NOT_DISCLOSED"),
          Instant.parse("2025-11-20T10:30:00Z"),
          Instant.parse("2026-11-20T10:30:00Z"),
          null);

  private static final CaseView.Item ITEM =
      item("a", List.of("CONTENT", "IP_ADDRESS"), "2026-05-01T08:00:00Z", "2026-11-01T00:00:00Z");

  @Test
  void formStartsFromWhatThePolicyAllowsOfWhatIsAsked() {
    // When
    var start = start(ITEM, List.of());

    // Then
    assertThat(start.approve()).isTrue();
    assertThat(start.dataTypes()).containsExactly("IP_ADDRESS");
    assertThat(start.from()).isEqualTo("2026-05-01");
    assertThat(start.to()).as("the last day that is included").isEqualTo("2026-10-31");
  }

  @Test
  void openPeriodStartsAsFarBackAsDataIsHeldAndEndsWithTheReceipt() {
    // When
    var start =
        start(new CaseView.Item("a", ITEM.identifier(), ITEM.dataTypes(), null, null), List.of());

    // Then
    assertThat(start.from()).isEqualTo("2025-11-20");
    assertThat(start.to()).isEqualTo("2026-11-20");
  }

  @Test
  void blockingFindingStartsWithARefusalOnItsGround() {
    // When
    var ofRequest = start(ITEM, List.of(finding("BLOCKING", "NO_SUSPECT", null)));
    var ofThis = start(ITEM, List.of(finding("BLOCKING", "OVERBROAD", "a")));
    var ofAnother = start(ITEM, List.of(finding("BLOCKING", "OVERBROAD", "b")));
    var note = start(ITEM, List.of(finding("NOTE", "OVERBROAD", "a")));

    // Then
    assertThat(ofRequest.approve()).isFalse();
    assertThat(ofRequest.ground()).isEqualTo("NO_SUSPECT");
    assertThat(ofThis.ground()).isEqualTo("OVERBROAD");
    assertThat(ofAnother.approve()).isTrue();
    assertThat(note.approve()).isTrue();
  }

  @Test
  void whatIsNeverDisclosedStartsWithARefusal() {
    // When
    var start = start(item("a", List.of("CONTENT"), null, null), List.of());

    // Then
    assertThat(start.approve()).isFalse();
    assertThat(start.ground()).isEqualTo("DATA_TYPE_NOT_DISCLOSED");
  }

  @Test
  void overridesTravelWithTheFormAndAreSentByRule() {
    // Given
    var form =
        DecisionForm.read(
            Map.of(
                "o.a", List.of("APPROVE"),
                "t.a", List.of("IP_ADDRESS"),
                "r.b-rule", List.of("Because"),
                "r.a-rule", List.of("Confirmed\r\nby letter"),
                "r.empty", List.of(" ")));

    // When
    var body = form.body(List.of(ITEM), List.of(start(ITEM, List.of())), ALLOWED);

    // Then
    assertThat(body.path("overrides").toString())
        .isEqualTo(
            """
            [{"rule":"a-rule","reason":"Confirmed\\nby letter"},{"rule":"b-rule","reason":"Because"}]""");
    assertThat(form.hidden(Set.of("a", "a-rule", "empty")))
        .containsExactly(new DecisionForm.Hidden("r.b-rule", "Because"));
    assertThat(form.refusingAll("OVERBROAD").overrides()).isEmpty();
  }

  @Test
  void unchangedPeriodIsSentAsAskedAndAChangedOneByDay() {
    // Given
    var changed =
        DecisionForm.read(
            Map.of(
                "o.a", List.of("APPROVE"),
                "t.a", List.of("IP_ADDRESS"),
                "f.a", List.of("2026-06-01"),
                "u.a", List.of("2026-06-30")));

    // When
    var asked = body(DecisionForm.blank()).at("/items/0");
    var narrowed = body(changed).at("/items/0");

    // Then
    assertThat(asked.has("from")).isFalse();
    assertThat(asked.has("to")).isFalse();
    assertThat(narrowed.path("from").asText()).isEqualTo("2026-06-01T00:00:00Z");
    assertThat(narrowed.path("to").asText()).isEqualTo("2026-07-01T00:00:00Z");
  }

  @Test
  void whatIsNoDayIsLeftForTheCaseworkToRefuse() {
    // Given
    var form = DecisionForm.read(Map.of("o.a", List.of("APPROVE"), "f.a", List.of("31 Nov")));

    // When, then
    assertThat(body(form).at("/items/0/from").asText()).isEqualTo("31 Nov");
  }

  @Test
  void ofOtherPagesOnlyWhatDiffersFromTheStartTravelsAlong() {
    // Given
    var start = start(ITEM, List.of());
    var same =
        DecisionForm.read(
            Map.of(
                "o.a", List.of("APPROVE"),
                "t.a", List.of("IP_ADDRESS"),
                "f.a", List.of(start.from()),
                "u.a", List.of(start.to()),
                "g.a", List.of(""),
                "e.a", List.of("")));
    var other = DecisionForm.read(Map.of("o.a", List.of("REFUSE"), "g.a", List.of("OVERBROAD")));

    // When
    var kept = other.withoutUnchanged(List.of(ITEM), List.of(start));

    // Then
    assertThat(same.withoutUnchanged(List.of(ITEM), List.of(start)).hidden(Set.of())).isEmpty();
    assertThat(kept.hidden(Set.of()))
        .containsExactlyInAnyOrder(
            new DecisionForm.Hidden("o.a", "REFUSE"), new DecisionForm.Hidden("g.a", "OVERBROAD"));
    assertThat(kept.hidden(Set.of("a"))).isEmpty();
  }

  @Test
  void refusingEverythingForgetsWhatWasTypedAboutItemsAndKeepsTheNote() {
    // Given
    var typed =
        DecisionForm.read(Map.of("o.a", List.of("APPROVE"), "note", List.of("Two\r\nlines")));

    // When
    var body = body(typed.refusingAll("OVERBROAD"));

    // Then
    assertThat(body.at("/items/0/outcome").asText()).isEqualTo("REFUSE");
    assertThat(body.at("/items/0/ground").asText()).isEqualTo("OVERBROAD");
    assertThat(body.path("note").asText()).isEqualTo("Two\nlines");
  }

  private static com.fasterxml.jackson.databind.JsonNode body(DecisionForm form) {
    return form.body(List.of(ITEM), List.of(start(ITEM, List.of())), ALLOWED);
  }

  private static Choice start(CaseView.Item item, List<CaseView.Finding> findings) {
    return Choice.start(item, new Blocking(findings), ALLOWED);
  }

  private static CaseView.Item item(
      String id,
      List<String> types,
      @org.jspecify.annotations.Nullable String from,
      @org.jspecify.annotations.Nullable String to) {
    return new CaseView.Item(
        id,
        new CaseView.Identifier("PHONE_NUMBER", "+4915100000001"),
        types,
        from == null ? null : Instant.parse(from),
        to == null ? null : Instant.parse(to));
  }

  private static CaseView.Finding finding(
      String severity, String ground, @org.jspecify.annotations.Nullable String itemId) {
    return new CaseView.Finding(
        "rule", severity, ground, "citation", "sentence", itemId, List.of());
  }
}
