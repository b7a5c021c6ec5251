package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.MovableClock;

/** Due times that come near, on the pages. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EscalationPagesTest extends CaseScenario {

  private final Escalation escalation;

  @Inject
  EscalationPagesTest(MovableClock clock, Escalation escalation) {
    super(clock);
    this.escalation = escalation;
  }

  @Test
  void queueAndCaseSayHowNearTheDueTimeHasCome() {
    // Given
    String agency = "Police-" + UUID.randomUUID();
    String id =
        intake.submit(
            intake
                .dueIn(Duration.ofDays(1))
                .setReceivedAt(clock.instant().minus(Duration.ofDays(1)).minusSeconds(60))
                .setAgencyName(agency));
    var rita = PageVisitor.signedIn("rita");
    var before = rita.get("/desk?escalated=HALF&q=" + agency);

    // When
    escalation.escalate();
    var half = rita.get("/desk?escalated=HALF&q=" + agency);
    var last = rita.get("/desk?escalated=LAST_HOUR&q=" + agency);
    var page = rita.get("/desk/cases/" + id);

    // Then
    assertThat(before.html()).doesNotContain("/desk/cases/" + id);
    assertThat(half.html())
        .contains(
            "/desk/cases/" + id,
            "<option value=\"HALF\" selected>",
            "<small class=\"mark note\">Half of the time has passed</small>");
    assertThat(last.html()).doesNotContain("/desk/cases/" + id);
    assertThat(page.html())
        .contains("<span class=\"mark note\">Half of the time has passed</span>");
  }
}
