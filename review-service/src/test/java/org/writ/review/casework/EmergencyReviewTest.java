package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.intake.DocumentDetails;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.review.CaseDecided;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** The review of emergencies, from outside: a call to the agency, and two persons. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EmergencyReviewTest extends CaseScenario {

  private static final Instant UNDER_THE_SECOND_POLICY = Instant.parse("2026-11-22T00:00:00Z");

  EmergencyReviewTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void whatIntakeRecordedAboutARequestIsShownAndJudged() {
    // Given
    String earlier = UUID.randomUUID().toString();
    var facts =
        EmergencyFacts.newBuilder()
            .setAccountAgeDays(3)
            .setDomainOnFile(true)
            .setDomainAgeDays(400)
            .setFirstOfSender(false)
            .setEmergenciesInDay(1)
            .setEmergenciesInMonth(2)
            .setIdentifiersAskedByOthers(0)
            .setInOfficeHours(null)
            .setOrderDueAt(Instant.parse("2026-11-24T00:00:00Z"))
            .setDomainRegistrationAgeDays(12)
            .build();

    // When
    String id =
        intake.submit(
            intake
                .dueIn(Duration.ofHours(8))
                .setReceivedAt(UNDER_THE_SECOND_POLICY)
                .setProcess("EMERGENCY")
                .setChannel("HI1")
                .setDuplicateOf(earlier)
                .setObjectionUntil(Instant.parse("2026-11-26T00:00:00Z"))
                .setCallBackPhone("+49301234567")
                .setEmergency(facts));

    // Then
    Reviewer.RITA
        .read(id)
        .then()
        .body("channel", equalTo("HI1"))
        .body("duplicateOf", equalTo(earlier))
        .body("objectionUntil", equalTo("2026-11-26T00:00:00Z"))
        .body("callBackPhone", equalTo("+49301234567"))
        .body("emergency.accountAgeDays", equalTo(3))
        .body("emergency.domainOnFile", equalTo(true))
        .body("emergency.domainAgeDays", equalTo(400))
        .body("emergency.domainRegistrationAgeDays", equalTo(12))
        .body("emergency.emergenciesInDay", equalTo(1))
        .body("emergency.emergenciesInMonth", equalTo(2))
        .body("emergency.inOfficeHours", nullValue())
        .body("emergency.orderDueAt", equalTo("2026-11-24T00:00:00Z"))
        .body(
            "findings.rule",
            contains(
                "emergency-needs-second-person",
                "emergency-call-back",
                "emergency-young-account",
                "emergency-new-mail-domain",
                "asked-before"));
  }

  @Test
  void whoNeverReadTheCaseDoesNotConfirmWithAGuessedTag() {
    // Given
    String id = emergency();
    Reviewer.RITA.claim(id);
    Reviewer.RITA.step(id, "verification", Reviewer.RITA.etag(id), "{\"outcome\":\"CONFIRMED\"}");
    Reviewer.RAJ.read(id);
    String proposed = Reviewer.RITA.decide(id, Reviewer.RITA.etag(id), approve()).header("ETag");

    // When
    Response unread = Reviewer.RAJ.confirm(id, proposed);

    // Then
    unread.then().statusCode(409).body("detail", containsString("read it before you confirm"));
    Reviewer.RAJ.confirm(id, Reviewer.RAJ.etag(id)).then().statusCode(200);
  }

  @Test
  void anEmergencyIsApprovedAfterACallByTwoPersons() {
    // Given
    String id = emergency();
    String claimed = Reviewer.RITA.claim(id).header("ETag");
    Reviewer.RITA
        .decide(id, claimed, approve())
        .then()
        .statusCode(409)
        .body("detail", containsString("/verification"));

    // When
    Reviewer.RITA
        .step(id, "verification", claimed, "{\"outcome\":\"CONFIRMED\",\"number\":\"+491\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/number"));
    String called =
        Reviewer.RITA
            .step(id, "verification", claimed, "{\"outcome\":\"CONFIRMED\",\"note\":\"The desk\"}")
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    String proposed =
        Reviewer.RITA
            .decide(id, called, approve())
            .then()
            .statusCode(200)
            .body("status", equalTo("AWAITING_SECOND_PERSON"))
            .body("outcome", equalTo("APPROVED"))
            .body("items[0].outcome", equalTo("APPROVED"))
            .extract()
            .header("ETag");

    // Then
    assertThat(ids("?status=SECOND_PERSON")).contains(id);
    Reviewer.RITA.claim(id).then().statusCode(409);
    Reviewer.RITA
        .confirm(id, proposed)
        .then()
        .statusCode(409)
        .body("detail", containsString("another person"));
    Reviewer.RAJ
        .claim(id)
        .then()
        .statusCode(200)
        .body("status", equalTo("AWAITING_SECOND_PERSON"))
        .body("callBackPhone", equalTo("+49301234567"))
        .body("calls.outcome", contains("CONFIRMED"))
        .body("calls[0].number", equalTo("+49301234567"))
        .body("calls[0].note", equalTo("The desk"))
        .body("proposal.proposedBy", equalTo(Reviewer.RITA.id()))
        .body("proposal.items[0].dataTypes", contains("IP_ADDRESS", "PHONE_NUMBER"))
        .body("decision", nullValue());

    // When
    Response confirmed = Reviewer.RAJ.confirm(id, Reviewer.RAJ.etag(id));

    // Then
    confirmed.then().statusCode(200).body("status", equalTo("DECIDED"));
    Event event = onTopic(id, CaseDecided.class);
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getDecidedBy()).isEqualTo(Reviewer.RITA.id());
    assertThat(decided.getConfirmedBy()).isEqualTo(Reviewer.RAJ.id());
    assertThat(decided.getPolicy().getId()).isEqualTo("2026-11-emergencies");
    assertThat(event.sealed()).isPresent();
    Reviewer.SOFIA
        .read(id)
        .then()
        .body("decision.decidedBy", equalTo(Reviewer.RITA.id()))
        .body("decision.confirmedBy", equalTo(Reviewer.RAJ.id()))
        .body("proposal", nullValue());
  }

  @Test
  void anObjectionOpensTheCaseAgain() {
    // Given
    String id = emergency();
    String etag = Reviewer.RITA.claim(id).header("ETag");
    etag =
        Reviewer.RITA.step(id, "verification", etag, "{\"outcome\":\"CONFIRMED\"}").header("ETag");
    etag = Reviewer.RITA.decide(id, etag, approve()).header("ETag");

    // When
    Response objected =
        Reviewer.SOFIA.step(id, "objection", etag, "{\"reason\":\"Nobody is in danger\"}");

    // Then
    objected.then().statusCode(200).body("status", equalTo("OPEN"));
    Reviewer.RAJ
        .claim(id)
        .then()
        .statusCode(200)
        .body("messages.kind", contains("OBJECTION"))
        .body("messages.text", contains("Nobody is in danger"))
        .body("proposal", nullValue());
    Reviewer.RAJ
        .decide(id, Reviewer.RAJ.etag(id), refuse())
        .then()
        .statusCode(200)
        .body("status", equalTo("DECIDED"))
        .body("outcome", equalTo("REFUSED"));
  }

  @Test
  void anEmergencyWhoseOrderIsOverdueIsFoundUntilTheOrderComes() {
    // Given
    String id = emergency();

    // When
    intake.follow(id, new OrderOverdue(Instant.parse("2026-11-24T00:00:00Z")), null);

    // Then
    awaitStep(id, "EmergencyOrderOverdue").then().body("orderOverdue", equalTo(true));
    assertThat(ids("?orderOverdue=true")).contains(id);

    // When
    intake.follow(
        id,
        new DocumentReceived(
            UUID.randomUUID().toString(), "ORDER", "image/png", 1L, "00".repeat(32), "CLEAN", null),
        new DocumentDetails("order.png"));

    // Then
    awaitStep(id, "CaseDocumentAdded").then().body("orderOverdue", equalTo(false));
    assertThat(ids("?orderOverdue=true")).doesNotContain(id);
  }

  private String emergency() {
    return intake.submit(
        intake
            .dueIn(Duration.ofHours(8))
            .setReceivedAt(UNDER_THE_SECOND_POLICY)
            .setProcess("EMERGENCY")
            .setCallBackPhone("+49301234567")
            .setItems(List.of(Requests.item(itemId).build())));
  }
}
