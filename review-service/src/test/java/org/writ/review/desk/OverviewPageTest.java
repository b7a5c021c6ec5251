package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

  private final MovableClock clock;

  OverviewPageTest(MovableClock clock) {
    this.clock = clock;
  }

  @Test
  void supervisorSeesWhatIsRefusedByCountryAndAgency() {
    // Given
    String agency = "Prefecture " + UUID.randomUUID();
    try (var intake = new Intake(clock)) {
      for (boolean approve : List.of(true, false)) {
        decide(intake, "agency-lu", agency, approve);
      }
    }

    // When
    var page = new PageVisitor().signIn("sofia", "/desk/overview");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .containsPattern(
            agency
                + "</th><td class=\"number\">2</td><td class=\"number\">0</td>"
                + "<td class=\"number\">1</td><td class=\"number\">50 %</td>")
        .contains("Luxembourg", "echarts.min.js");
  }

  @Test
  void agenciesThatTheReaderIsInConflictWithAreLeftOut() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    String name = "Prefecture " + UUID.randomUUID();
    try (var intake = new Intake(clock)) {
      decide(intake, agency, name, true);
    }
    Reviewer.SOFIA.declareConflict(agency);

    // When
    var olga = new PageVisitor().signIn("olga", "/desk/overview");
    var sofia = new PageVisitor().signIn("sofia", "/desk/overview");

    // Then
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

  private static void decide(Intake intake, String agency, String name, boolean approve) {
    String item = UUID.randomUUID().toString();
    String id =
        intake.submit(
            intake
                .sound()
                .setAgency(agency)
                .setAgencyName(name)
                .setCountry("LU")
                .setItems(List.of(Requests.item(item).build())));
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
