package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.review.CaseDecided;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Blocking findings that are overridden, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OverrideTest extends CaseScenario {

  private static final String RULE = "order-expired";

  OverrideTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void aSeniorReviewerOverridesABlockingFindingWithAReason() {
    // Given
    String id = expired();

    // When
    String claimed = Reviewer.SOFIA.claim(id).header("ETag");
    Reviewer.SOFIA
        .decide(id, claimed, approve())
        .then()
        .statusCode(409)
        .body("detail", containsString(RULE));
    Reviewer.SOFIA.decide(id, claimed, overriding()).then().statusCode(200);

    // Then
    Reviewer.RITA
        .read(id)
        .then()
        .body("findings.rule", hasItem(RULE))
        .body("decision.overrides[0].rule", equalTo(RULE))
        .body("decision.overrides[0].reason", equalTo("Prolonged by telephone"));
    Event event = onTopic(id, CaseDecided.class);
    assertThat(((CaseDecided) event.data()).getOverrides()).containsExactly(RULE);
    assertThat(event.data().toString()).doesNotContain("telephone");
    assertThat(event.envelope().actor().role()).isEqualTo("senior-reviewer");
  }

  @Test
  void nobodyElseOverrides() {
    // Given
    String id = expired();
    String claimed = Reviewer.RITA.claim(id).header("ETag");

    // When
    Reviewer.RITA
        .decide(id, claimed, overriding())
        .then()
        .statusCode(403)
        .body("detail", containsString("senior reviewer"));

    // Then
    Reviewer.RITA.read(id).then().body("status", equalTo("CLAIMED"));
  }

  private String expired() {
    return intake.submit(
        intake
            .sound()
            .setValidUntil(LocalDate.parse("2026-01-31"))
            .setItems(List.of(Requests.item(itemId).build())));
  }

  private String overriding() {
    return "{\"items\":[%s],\"overrides\":[{\"rule\":\"%s\",\"reason\":\"Prolonged by telephone\"}]}"
        .formatted(DecisionBodies.approve(itemId, "IP_ADDRESS", "PHONE_NUMBER"), RULE);
  }
}
