package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.MessageDetails;
import org.writ.events.review.ClarificationRequested;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;
import org.writ.web.security.Roles;

/** Cases whose deadline waits for the agency's answer, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StoppedClockTest extends CaseScenario {

  /** No other test has cases of it. */
  private static final String COUNTRY = "SM";

  private static final Actor OLGA = new Actor(Roles.OPS, new Reviewer("olga").id());

  private final CaseFigures figures;

  StoppedClockTest(MovableClock clock, CaseFigures figures) {
    super(clock);
    this.figures = figures;
  }

  @Test
  void aCaseIsAsUrgentAsWhenItsClockWasStopped() {
    // Given
    String stopped = asked(true);
    String running = asked(false);

    // When
    clock.forward(Duration.ofHours(11));

    // Then
    assertThat(urgent("NORMAL")).contains(stopped).doesNotContain(running);
    assertThat(urgent("LATE")).contains(running).doesNotContain(stopped);
    assertThat(urgent("URGENT")).doesNotContain(stopped, running);
    assertThat(urgent("DUE_SOON")).doesNotContain(stopped, running);
    String entry = "items.find { it.id == '" + stopped + "' }.";
    var queue = queue("");
    assertThat(queue.jsonPath().getString(entry + "urgency")).isEqualTo("NORMAL");
    assertThat(queue.jsonPath().getString(entry + "clockStoppedAt")).isNotNull();
  }

  @Test
  void aCaseWhoseClockWasStoppedIsNotClaimedOnceItsTimeWouldHavePassed() {
    // Given
    String stopped = asked(true);
    String running = asked(false);
    clock.forward(Duration.ofHours(11));

    // When
    var claimed = new ArrayList<String>();
    Response next = Reviewer.RAJ.claimMostUrgent();
    while (next.statusCode() == 200) {
      claimed.add(next.jsonPath().getString("id"));
      next = Reviewer.RAJ.claimMostUrgent();
    }

    // Then
    assertThat(claimed).contains(running).doesNotContain(stopped);
  }

  @Test
  void aCaseWhoseClockWasStoppedIsNotAtRisk() {
    // Given
    String stopped = asked(true);
    String question = onTopic(stopped, ClarificationRequested.class).envelope().id().toString();
    clock.forward(Duration.ofHours(11));
    int late = late();

    // When
    intake.follow(
        stopped,
        new ClarificationAnswered(
            question, clock.instant().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS), null),
        new MessageDetails("Port 40001"));
    awaitStep(stopped, "ClarificationReceived");

    // Then
    assertThat(late()).isEqualTo(late + 1);
  }

  @Test
  void thePagesSayThatTheClockIsStopped() {
    // Given
    String stopped = asked(true);
    clock.forward(Duration.ofHours(11));
    var rita = PageVisitor.signedIn("rita");

    // When
    var queue = rita.get("/desk?tab=asked&country=" + COUNTRY);
    var page = rita.get("/desk/cases/" + stopped);

    // Then
    assertThat(queue.html()).contains("<span class=\"due plain\">Clock stopped</span>");
    assertThat(page.html()).contains("<span class=\"due plain\">Clock stopped</span>");
  }

  private String asked(boolean clarificationStopsClock) {
    String id =
        intake.submit(
            intake
                .dueIn(Duration.ofHours(10))
                .setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setCountry(COUNTRY)
                .setClarificationStopsClock(clarificationStopsClock)
                .setItems(List.of(Requests.item(itemId).build())));
    String etag = Reviewer.RITA.claim(id).header("ETag");
    String asked =
        Reviewer.RITA
            .step(id, "clarification", etag, "{\"question\":\"Which port?\"}")
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    Reviewer.RITA.release(id, asked).then().statusCode(204);
    return id;
  }

  private static List<String> urgent(String urgency) {
    return queue("&urgency=" + urgency).jsonPath().getList("items.id");
  }

  private static Response queue(String narrowed) {
    return Reviewer.RITA.request().get("/v1/cases?limit=200&country=" + COUNTRY + narrowed);
  }

  private int late() {
    return figures.over(Duration.ofDays(1), OLGA).deadlines().late();
  }
}
