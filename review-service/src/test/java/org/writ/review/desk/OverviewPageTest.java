package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OverviewPageTest {

  private static final List<Boolean> TEN = Collections.nCopies(10, true);

  private final MovableClock clock;

  OverviewPageTest(MovableClock clock) {
    this.clock = clock;
  }

  @Test
  void anOperatorSeesWhatIsRefusedByCountryAndAgency() {
    // Given
    String agency = "Prefecture " + UUID.randomUUID();
    decide("agency-lu", agency, List.of(true, false));

    // When
    var page = new PageVisitor().signIn("olga", "/desk/overview");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .containsPattern(
            agency
                + "</th><td class=\"number\">2</td><td class=\"number\">0</td>"
                + "<td class=\"number\">1</td><td class=\"number\">50 %</td>")
        .contains("Luxembourg", "echarts.min.js")
        .doesNotContain("fewer than");
  }

  @Test
  void whoTakesSecondReviewsSeesNoOutcomesOfFewDecisions() {
    // Given
    String few = "Prefecture " + UUID.randomUUID();
    String many = "Prefecture " + UUID.randomUUID();
    decide("agency-lu", few, List.of(false));
    decide("agency-lu", many, TEN);

    // When
    var page = new PageVisitor().signIn("sofia", "/desk/overview");

    // Then
    assertThat(page.html())
        .containsPattern(many + "</th><td class=\"number\">10</td>")
        .contains("Luxembourg", "with fewer than 10 decisions are left out")
        .doesNotContain(few);
  }

  @Test
  void agenciesThatTheReaderIsInConflictWithAreLeftOut() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    String name = "Prefecture " + UUID.randomUUID();
    decide(agency, name, TEN);
    var before = new PageVisitor().signIn("sofia", "/desk/overview");
    Reviewer.SOFIA.declareConflict(agency);

    // When
    var olga = new PageVisitor().signIn("olga", "/desk/overview");
    var sofia = new PageVisitor().signIn("sofia", "/desk/overview");

    // Then
    assertThat(before.html()).contains(name);
    assertThat(olga.html()).contains(name);
    assertThat(sofia.status()).isEqualTo(200);
    assertThat(sofia.html()).doesNotContain(name);
  }

  @Test
  void operatorIsLedToItAndAReviewerIsNotLetIn() {
    // When
    var olga = new PageVisitor().signIn("olga", "/desk");
    var rita = new PageVisitor().signIn("rita", "/desk/overview");

    // Then
    assertThat(olga.address().getPath()).isEqualTo("/desk/overview");
    assertThat(olga.status()).isEqualTo(200);
    assertThat(rita.status()).isEqualTo(403);
  }

  /** Cases of an agency, each approved or refused. */
  private void decide(String agency, String name, List<Boolean> approvals) {
    try (var intake = new Intake(clock)) {
      var items = new LinkedHashMap<String, String>();
      for (int i = 0; i < approvals.size(); i++) {
        String item = UUID.randomUUID().toString();
        items.put(submitted(intake, agency, name, item), item);
      }
      Intake.awaitCases(List.copyOf(items.keySet()));
      var approve = approvals.iterator();
      items.forEach((id, item) -> decide(id, item, approve.next()));
    }
  }

  private static String submitted(Intake intake, String agency, String name, String item) {
    String id = UUID.randomUUID().toString();
    intake.events().issueKey(id);
    intake.publish(
        id,
        intake
            .sound()
            .setAgency(agency)
            .setAgencyName(name)
            .setCountry("LU")
            .setItems(List.of(Requests.item(item).build()))
            .build());
    return id;
  }

  private static void decide(String id, String item, boolean approve) {
    String etag = Reviewer.RITA.claim(id).header("ETag");
    String decision =
        approve
            ? "\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\",\"PHONE_NUMBER\"]"
            : "\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"";
    Reviewer.RITA
        .decide(id, etag, "{\"items\":[{\"itemId\":\"%s\",%s}]}".formatted(item, decision))
        .then()
        .statusCode(200);
  }
}
