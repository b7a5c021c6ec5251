package org.writ.review.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.DocumentDetails;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.ClarificationRequested;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** What befalls a case after it was opened, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseLifeTest extends CaseScenario {

  CaseLifeTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void aQuestionIsAnsweredAndTheDeadlineMoves() {
    // Given
    String id = submitWith(true);
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // When
    Response asked =
        Reviewer.RITA.step(id, "clarification", etag, "{\"question\":\"Which port?\"}");

    // Then
    asked.then().statusCode(200).body("status", equalTo("CLARIFICATION_REQUESTED"));
    Event question = onTopic(id, ClarificationRequested.class);
    assertThat(((ClarificationRequested) question.data()).getClockStoppedAt()).isNotNull();
    assertThat(ids("?status=CLARIFICATION_REQUESTED")).contains(id);
    Reviewer.RITA
        .step(id, "clarification", asked.header("ETag"), "{\"question\":\"And which day?\"}")
        .then()
        .statusCode(409)
        .body("detail", containsString("asked already"));

    // When
    Instant due = Instant.parse("2027-03-01T00:00:00Z");
    intake.follow(
        id,
        new ClarificationAnswered(question.envelope().id().toString(), due, null),
        new MessageDetails("Port 40001"));
    intake.follow(
        id, new RequestSupplemented((ByteBuffer) null), new MessageDetails("A new address"));

    // Then
    awaitStep(id, "CaseSupplemented")
        .then()
        .body("status", equalTo("CLAIMED"))
        .body("dueAt", equalTo("2027-03-01T00:00:00Z"))
        .body("clockStoppedAt", nullValue())
        .body("messages.kind", contains("QUESTION", "ANSWER", "SUPPLEMENT"))
        .body("messages.text", contains("Which port?", "Port 40001", "A new address"))
        .body("messages.by", contains(Reviewer.RITA.id(), null, null));
    Event answer = onTopic(id, ClarificationReceived.class);
    assertThat(answer.sealed()).isPresent();
    assertThat(answer.envelope().cause()).isNotNull();
  }

  @Test
  void aWithdrawalEndsTheClaimAndIsFinal() {
    // Given
    String id = submitWith(true);
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // When
    intake.follow(id, new RequestWithdrawn((ByteBuffer) null), new MessageDetails("A mistake"));

    // Then
    awaitStep(id, "CaseWithdrawn")
        .then()
        .body("status", equalTo("WITHDRAWN"))
        .body("holder", nullValue());
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(412);
    Reviewer.RITA
        .decide(id, Reviewer.RITA.etag(id), refuse())
        .then()
        .statusCode(409)
        .body("detail", containsString("withdrawn the request"));
    Reviewer.RAJ.claim(id).then().statusCode(409);
    assertThat(onTopic(id, CaseWithdrawn.class).data()).isEqualTo(new CaseWithdrawn(false));
    assertThat(ids("?status=WITHDRAWN")).contains(id);
    assertThat(ids("")).doesNotContain(id);
  }

  @Test
  void aWithdrawalThatCrossesTheDecisionSaysSoAndKeepsItReadable() {
    // Given
    String id = submitWith(true);
    String etag = Reviewer.RITA.claim(id).header("ETag");
    Reviewer.RITA.decide(id, etag, approve()).then().statusCode(200);

    // When
    intake.follow(id, new RequestWithdrawn((ByteBuffer) null), null);

    // Then
    awaitStep(id, "CaseWithdrawn")
        .then()
        .body("status", equalTo("WITHDRAWN"))
        .body("decision.outcome", equalTo("APPROVED"));
    assertThat(onTopic(id, CaseWithdrawn.class).data()).isEqualTo(new CaseWithdrawn(true));
  }

  @Test
  void aSuspensionFreezesTheCaseUntilItEnds() {
    // Given
    String id = submitWith(true);
    Reviewer.RITA.claim(id).then().statusCode(200);
    String suspension = UUID.randomUUID().toString();

    // When
    intake.follow(id, new RequestFrozen(suspension), null);

    // Then
    String etag =
        awaitStep(id, "CaseFrozen").then().body("frozen", equalTo(true)).extract().header("ETag");
    Reviewer.RITA
        .decide(id, etag, refuse())
        .then()
        .statusCode(409)
        .body("detail", containsString("suspended"));
    Reviewer.RITA.release(id, etag).then().statusCode(204);
    Reviewer.RAJ.claim(id).then().statusCode(409);
    assertThat(
            Reviewer.RITA
                .request()
                .get("/v1/cases?limit=200")
                .jsonPath()
                .getBoolean("items.find { it.id == '" + id + "' }.frozen"))
        .isTrue();

    // When
    intake.follow(id, new RequestUnfrozen(suspension), null);

    // Then
    awaitStep(id, "CaseUnfrozen").then().body("frozen", equalTo(false));
    Reviewer.RAJ.claim(id).then().statusCode(200);
  }

  @Test
  void documentsAreListedWithTheirPlaceAtIntake() {
    // Given
    String id = submitWith(true);
    String documentId = UUID.randomUUID().toString();

    // When
    intake.follow(
        id,
        new DocumentReceived(
            documentId, "ORDER", "application/pdf", 1234L, "ab".repeat(32), "UNSCANNED", null),
        new DocumentDetails("Beschluss.pdf"));
    intake.follow(id, new DocumentScanned(documentId, "CLEAN"), null);
    intake.follow(id, new PreservationExtended(Instant.now(), "18 U.S.C. 2703(f)(2)", 1), null);

    // Then
    awaitStep(id, "CaseDocumentScanned")
        .then()
        .body("documents.documentId", contains(documentId))
        .body("documents[0].kind", equalTo("ORDER"))
        .body("documents[0].fileName", equalTo("Beschluss.pdf"))
        .body("documents[0].mediaType", equalTo("application/pdf"))
        .body("documents[0].size", equalTo(1234))
        .body("documents[0].sha256", equalTo("ab".repeat(32)))
        .body("documents[0].scan", equalTo("CLEAN"))
        .body("documents[0].addedAt", notNullValue())
        .body("documents[0].href", equalTo("/v1/cases/" + id + "/documents/" + documentId));
  }

  @Test
  void anAuditorsReadingOfADocumentIsRecorded() {
    // Given
    String id = submitWith(true);
    String document = UUID.randomUUID().toString();

    // When
    var answer =
        given()
            .auth()
            .oauth2(TestTokens.person("ada"))
            .get("/v1/cases/" + id + "/documents/" + document);

    // Then no intake is there to fetch it from
    answer.then().statusCode(503);
    assertThat(onTopic(id, CaseRead.class).envelope().actor().role()).isEqualTo("auditor");
  }

  @Test
  void aCaseOfThousandsOfItemsIsReadAndDecided() {
    // Given
    List<String> items =
        IntStream.range(0, 4_000).mapToObj(_ -> UUID.randomUUID().toString()).toList();
    String id =
        intake.submit(
            intake
                .sound()
                .setItems(items.stream().map(item -> Requests.item(item).build()).toList()));
    Response claim = Reviewer.RITA.claim(id);
    claim.then().statusCode(200);
    String body =
        items.stream()
            .map(item -> DecisionBodies.approve(item, "IP_ADDRESS", "PHONE_NUMBER"))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));

    // When
    Response decided = Reviewer.RITA.decide(id, claim.header("ETag"), body);

    // Then
    decided.then().statusCode(200).body("outcome", equalTo("APPROVED"));
    // Of very many, a case and what became of it show the first thousand.
    assertThat(decided.jsonPath().getList("items.itemId")).isEqualTo(items.subList(0, 1_000));
    assertThat(Reviewer.RAJ.read(id).jsonPath().getList("decision.items.outcome"))
        .hasSize(1_000)
        .containsOnly("APPROVED");
  }
}
