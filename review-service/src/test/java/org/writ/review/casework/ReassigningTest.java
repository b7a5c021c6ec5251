package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.review.CaseReassigned;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/** Cases that senior reviewers give to others, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReassigningTest extends CaseScenario {

  private static final String STEP = "assignment";

  ReassigningTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void aSeniorReviewerGivesACaseToAnotherWhoHoldsItUntilTheNextDay() {
    // Given
    String id = submitWith(false);
    String claimed = Reviewer.RITA.claim(id).header("ETag");

    // When
    Reviewer.SOFIA
        .step(id, STEP, claimed, to(Reviewer.RAJ))
        .then()
        .statusCode(200)
        .body("status", equalTo("CLAIMED"));

    // Then
    Reviewer.RITA.decide(id, Reviewer.RITA.etag(id), refuse()).then().statusCode(409);
    CaseReassigned event = (CaseReassigned) onTopic(id, CaseReassigned.class).data();
    assertThat(event.getFormerHolder()).isEqualTo(Reviewer.RITA.id());
    assertThat(event.getHolder()).isEqualTo(Reviewer.RAJ.id());

    // When
    clock.forward(Duration.ofHours(2));

    // Then
    Reviewer.RAJ
        .read(id)
        .then()
        .body("holder", equalTo(Reviewer.RAJ.id()))
        .body("timeline.type", hasItem("CaseReassigned"));
    Reviewer.RAJ.decide(id, Reviewer.RAJ.etag(id), refuse()).then().statusCode(200);
  }

  @Test
  void aSeniorReviewerTakesACaseFromItsHolder() {
    // Given
    String id = submitWith(false);
    String claimed = Reviewer.RITA.claim(id).header("ETag");

    // When
    Reviewer.SOFIA.step(id, STEP, claimed, "{}").then().statusCode(200);

    // Then
    Reviewer.RAJ.read(id).then().body("status", equalTo("OPEN")).body("holder", nullValue());
    Reviewer.SOFIA.step(id, STEP, Reviewer.SOFIA.etag(id), "{}").then().statusCode(409);
  }

  @Test
  void nobodyElseAssignsNorOnAStaleTagNorToWhomIsInConflict() {
    // Given
    String id = submitWith(false);
    String seen = Reviewer.SOFIA.etag(id);
    String agency = Reviewer.SOFIA.read(id).jsonPath().getString("agency.id");
    String conflicted = "conflicted-" + id;
    Reviewer.SOFIA
        .request()
        .contentType("application/json")
        .body("{\"agency\":\"%s\",\"reviewer\":\"%s\"}".formatted(agency, conflicted))
        .post("/v1/conflicts")
        .then()
        .statusCode(200);

    // When / Then
    Reviewer.RITA.step(id, STEP, seen, to(Reviewer.RAJ)).then().statusCode(403);
    Reviewer.SOFIA
        .step(id, STEP, seen, "{\"assignee\":\"%s\"}".formatted(conflicted))
        .then()
        .statusCode(409);
    Reviewer.RITA.claim(id).then().statusCode(200);
    Reviewer.SOFIA.step(id, STEP, seen, to(Reviewer.RAJ)).then().statusCode(412);
    Reviewer.SOFIA
        .request()
        .contentType("application/json")
        .body(to(Reviewer.RAJ))
        .post("/v1/cases/{id}/{step}", id, STEP)
        .then()
        .statusCode(428);
    Reviewer.SOFIA
        .step("00000000-0000-4000-8000-000000000000", STEP, seen, to(Reviewer.RAJ))
        .then()
        .statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"assignee\":7}|/assignee",
        "{\"assignee\":\"\"}|/assignee",
        "{\"assignee\":\"rita@writ.example\"}|/assignee",
        "{\"to\":\"a\"}|/to"
      })
  void aFaultOfAnAssignmentIsNamed(String body, String pointer) {
    // Given
    String id = submitWith(false);

    // When / Then
    Reviewer.SOFIA
        .step(id, STEP, Reviewer.SOFIA.etag(id), body)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  private static String to(Reviewer reviewer) {
    return "{\"assignee\":\"%s\"}".formatted(reviewer.id());
  }
}
