package org.writ.review.casework;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Approvals for a country whose safeguards ask for a senior reviewer, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EscalatedCountryTest extends CaseScenario {

  /** No other test sets anything for it. */
  private static final String COUNTRY = "KZ";

  /** Nor for this one, which is escalated only after a case of it was opened. */
  private static final String LATER = "TJ";

  private static final Reviewer OLGA = new Reviewer("olga");

  EscalatedCountryTest(MovableClock clock) {
    super(clock);
  }

  @BeforeEach
  void escalate() {
    escalate(COUNTRY);
  }

  private static void escalate(String country) {
    String path = "/v1/jurisdictions/" + country;
    var seen = OLGA.request().get(path);
    if (seen.jsonPath().getBoolean("safeguards.escalation")) {
      return;
    }
    String proposed =
        OLGA.request()
            .header("If-Match", seen.header("ETag"))
            .contentType("application/json")
            .body("{\"escalation\":true,\"refused\":false,\"reason\":\"Opinions are charged.\"}")
            .put(path)
            .header("ETag");
    Reviewer.SOFIA
        .request()
        .header("If-Match", proposed)
        .post(path + "/confirmation")
        .then()
        .statusCode(200);
  }

  @Test
  void twoPlainReviewersApproveNothing() {
    // Given
    String id = proposedBy(Reviewer.RITA);

    // When / Then
    Reviewer.RAJ
        .confirm(id, Reviewer.RAJ.etag(id))
        .then()
        .statusCode(409)
        .body(
            "detail",
            equalTo("Requests from this country are escalated: a senior reviewer confirms."));
    Reviewer.SOFIA.confirm(id, Reviewer.SOFIA.etag(id)).then().statusCode(200);
  }

  @Test
  void whatASeniorReviewerProposedAnybodyElseConfirms() {
    // Given
    String id = proposedBy(Reviewer.SOFIA);

    // When / Then
    Reviewer.RAJ.confirm(id, Reviewer.RAJ.etag(id)).then().statusCode(200);
  }

  @Test
  void escalationBindsCasesThatWereOpenedBeforeIt() {
    // Given
    String id = submittedFrom(LATER);
    escalate(LATER);

    // When
    var proposed = Reviewer.RITA.decide(id, Reviewer.RITA.claim(id).header("ETag"), approve());

    // Then
    proposed.then().statusCode(200).body("status", equalTo("AWAITING_SECOND_PERSON"));
    Reviewer.RAJ.confirm(id, Reviewer.RAJ.etag(id)).then().statusCode(409);
    Reviewer.SOFIA.confirm(id, Reviewer.SOFIA.etag(id)).then().statusCode(200);
  }

  private String submittedFrom(String country) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return intake.submit(
        intake
            .sound()
            .setCountry(country)
            .setIssuingAuthorityCountry(country)
            .setValidUntil(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(90))
            .setReceivedAt(now)
            .setItems(List.of(Requests.item(itemId).build())));
  }

  private String proposedBy(Reviewer first) {
    String id = submittedFrom(COUNTRY);
    first
        .decide(id, first.claim(id).header("ETag"), approve())
        .then()
        .statusCode(200)
        .body("status", equalTo("AWAITING_SECOND_PERSON"));
    return id;
  }
}
