package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.writ.intake.hi1.Exchange.AGENCY;
import static org.writ.intake.hi1.Exchange.codes;
import static org.writ.intake.hi1.Exchange.error;
import static org.writ.intake.hi1.Exchange.object;
import static org.writ.intake.hi1.Exchange.post;
import static org.writ.intake.hi1.Exchange.requestOf;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.update;
import static org.writ.intake.hi1.Messages.verb;
import static org.writ.intake.hi1.Messages.wishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.HandoverMessageAnswered;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.Intake;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.SubmissionBody;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandoverTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @BeforeEach
  void registerAgencies() {
    Exchange.registerAgencies();
  }

  @Test
  void etsisOwnExampleGoesInAndComesOutAsTheStandardSays() throws IOException {
    // Given
    byte[] request = Etsi.example("request4.json");
    JsonNode expected =
        Messages.parse(new String(Etsi.example("response4.json"), StandardCharsets.UTF_8));

    // When
    var answer = post(AGENCY, request);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    ObjectNode answered = (ObjectNode) Messages.parse(answer.asString());
    String timestamp = answered.at("/Header/Timestamp").asText();
    assertThat(timestamp).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    ((ObjectNode) answered.get("Header")).set("Timestamp", expected.at("/Header/Timestamp"));
    // As texts: the order of the members counts.
    assertThat(answered).hasToString(expected.toString());
    assertThat(post(AGENCY, request).asString()).isEqualTo(answer.asString());
  }

  @Test
  void authorisationAndItsTasksAreOneRequestThatIsFollowedAndCancelled() {
    // Given
    String authorisation = id();
    String phone = id();
    String name = id();

    // When
    var answer =
        post(
            message(
                id(),
                create(authorisation(authorisation)),
                create(task(phone, authorisation)),
                create(
                    task(
                        ObjectType.LD_TASK,
                        name,
                        authorisation,
                        "writ",
                        "Username",
                        "demo_user_1"))));

    // Then
    assertThat(codes(answer)).containsOnly(0).hasSize(3);
    JsonNode kept = object(authorisation);
    assertThat(kept.at("/auth:AuthorisationStatus/common:Value").asText())
        .isEqualTo("AwaitingApproval");
    assertThat(kept.path("Generation").asInt()).isEqualTo(1);
    assertThat(kept.path("OwnerIdentifier").asText()).isEqualTo("ACTOR01");
    String request = requestOf(answer);
    try (var events = new TestEvents()) {
      await().atMost(PATIENCE).until(() -> !events.on(Topic.INTAKE_REQUESTS, request).isEmpty());
      var submitted =
          (RequestSubmitted) events.on(Topic.INTAKE_REQUESTS, request).getFirst().data();
      assertThat(submitted.getChannel()).isEqualTo("HI1");
      assertThat(submitted.getProcess()).isEqualTo("UNSPECIFIED");
      assertThat(submitted.getSuspectConfirmed()).isFalse();
      assertThat(submitted.getItems()).hasSize(2);
    }

    // When
    var cancelled =
        post(
            message(
                id(),
                update(
                    wishing(
                        Messages.object(ObjectType.AUTHORISATION, authorisation)
                            .put("Generation", 1),
                        "Cancelled"))));

    // Then
    assertThat(codes(cancelled)).containsExactly(0);
    assertThat(object(authorisation).at("/auth:AuthorisationStatus/common:Value").asText())
        .isEqualTo("Cancelled");
    assertThat(object(phone).at("/task:Status/common:Value").asText()).isEqualTo("Cancelled");
    assertThat(object(authorisation).path("Generation").asInt()).isGreaterThan(1);
    Intake.request(AGENCY, request).then().statusCode(200);
    assertThat(Intake.request(AGENCY, request).<String>path("status")).isEqualTo("WITHDRAWN");
  }

  @Test
  void statusesFollowTheDecisionAndAreNotifiedOf() {
    // Given
    String authorisation = id();
    String task = id();
    String request =
        requestOf(
            post(
                message(
                    id(),
                    create(authorisation(authorisation)),
                    create(task(task, authorisation)))));
    String item = Intake.request(AGENCY, request).path("items[0].itemId");

    // When
    try (var events = new TestEvents()) {
      events.publish(Topic.REVIEW_CASES, request, OtherServices.opened(item));
      events.publish(
          Topic.REVIEW_CASES,
          request,
          OtherServices.decided(
              CaseOutcome.REFUSED, OtherServices.refused(item, "NO_LEGAL_BASIS")));
    }
    Intake.awaitStatus(AGENCY, request, "REFUSED");

    // Then
    JsonNode refused = object(task);
    assertThat(refused.at("/task:Status/common:Value").asText()).isEqualTo("Rejected");
    assertThat(refused.path("task:StatusReason").asText()).isEqualTo("NO_LEGAL_BASIS");
    assertThat(refused.path("Generation").asInt()).isGreaterThan(1);
    ObjectNode filter = SubmissionBody.JSON.createObjectNode();
    filter.set("ObjectType", Terms.entry("ETSI", "ObjectType", "Notification"));
    var records =
        Messages.parse(post(message(id(), verb("LIST", filter))).asString())
            .at("/Payload/ResponsePayload/ActionResponses/ActionResponse/0/LISTResponse")
            .path("ListResponseRecord");
    assertThat(records).isNotEmpty();
    String notification = records.get(0).path("Identifier").asText();
    assertThat(object(notification).path("OwnerIdentifier").asText()).isEqualTo("ACTOR02");
  }

  @Test
  void refusedMessageLeavesNothingBehindAndIsRecorded() {
    // Given
    String authorisation = id();
    String transaction = id();

    // When
    var answer =
        post(message(transaction, create(authorisation(authorisation)), create(task(id(), id()))));

    // Then
    assertThat(codes(answer)).containsExactly(3000, 3016);
    assertThat(codes(post(message(id(), get(authorisation))))).containsExactly(3014);
    try (var events = new TestEvents()) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  events.on(Topic.INTAKE_HANDOVERS, AGENCY).stream()
                      .anyMatch(
                          event ->
                              event.data() instanceof HandoverMessageAnswered recorded
                                  && transaction.equals(recorded.getTransaction())
                                  && recorded.getOutcomes().size() == 2));
    }
  }

  @Test
  void sameTransactionWithOtherBytesIsRefused() {
    // Given
    String transaction = id();
    post(message(transaction, create(authorisation(id()))));

    // When
    var answer = post(message(transaction, create(authorisation(id()))));

    // Then
    assertThat(error(answer)).isEqualTo(3007);
  }

  @Test
  void forgedSenderIsForbidden() {
    // When, then
    assertThat(
            post(
                    AGENCY,
                    Messages.bytes(Messages.from(new EndpointId("XX", "ACTOR09"), id(), get(id()))))
                .statusCode())
        .isEqualTo(403);
    assertThat(post("agency-de", Messages.bytes(message(id(), get(id())))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void otherReceiverIsRefused() {
    // Given
    ObjectNode message = message(id(), get(id()));
    ((ObjectNode) message.at("/Header/ReceiverIdentifier")).put("UniqueIdentifier", "ACTOR03");

    // When, then
    assertThat(error(post(message))).isEqualTo(3007);
  }

  @Test
  void whatIsNoJsonMessageIsAnsweredInJson() {
    // When
    var xml =
        Intake.agency(AGENCY).contentType("application/xml").body("<HI1Message/>").post("/hi1");
    var broken = post(AGENCY, "{".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(xml.statusCode()).isEqualTo(200);
    assertThat(xml.contentType()).startsWith("application/json");
    assertThat(error(xml)).isEqualTo(3019);
    assertThat(broken.statusCode()).isEqualTo(200);
    assertThat(error(broken)).isEqualTo(3020);
  }

  @Test
  void whatIsServedIsSaid() {
    // When
    var answer = post(message(id(), verb("GETCSPCONFIG", SubmissionBody.JSON.createObjectNode())));

    // Then
    assertThat(answer.asString()).contains("InternationalE164").contains("LDTask");
  }
}
