package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.writ.intake.hi1.Exchange.AGENCY;
import static org.writ.intake.hi1.Exchange.codes;
import static org.writ.intake.hi1.Exchange.object;
import static org.writ.intake.hi1.Exchange.send;
import static org.writ.intake.hi1.Exchange.status;
import static org.writ.intake.hi1.Messages.answer;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.object;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.update;
import static org.writ.intake.hi1.Messages.verb;
import static org.writ.intake.hi1.Messages.wishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.Intake;
import org.writ.intake.document.Documents;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.SubmissionBody;

/** An agency that has nothing but HI-1, from its order to the end of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandoverWalkTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject CaseKeys keys;

  private TestEvents others;

  private final String authorisation = id();
  private final String phone = id();
  private final String name = id();

  @BeforeEach
  void connect() {
    Exchange.registerAgencies();
    others = new TestEvents();
  }

  @AfterEach
  void disconnect() {
    others.close();
  }

  @Test
  void requestIsMadeLookedAtAskedAboutAnsweredAndTakenBack() {
    String request = orderAndItsDocumentAreOneMessage();
    changesAreLockedByTheGeneration();
    everythingIsListed();
    String question = questionIsANotification(request);
    answerIsADocument(request, question);
    cancelledTakesItBack(request);
    whatIsServedIsSaid();
  }

  private String orderAndItsDocumentAreOneMessage() {
    // When
    var answer =
        send(
            create(authorisation(authorisation)),
            create(task(phone, authorisation)),
            create(
                task(ObjectType.LD_TASK, name, authorisation, "writ", "Username", "demo_user_1")),
            create(
                Messages.document(
                    id(), "application/pdf", Documents.pdf("order " + id()), authorisation)));

    // Then
    assertThat(codes(answer)).containsExactly(0, 0, 0, 0);
    String request = Exchange.requestOf(answer);
    JsonNode shown = object(authorisation);
    assertThat(status(authorisation)).isEqualTo("AwaitingApproval");
    assertThat(shown.path("Generation").asInt()).isEqualTo(1);
    assertThat(status(phone)).isEqualTo("AwaitingApproval");
    var documents = Intake.agency(AGENCY).get("/v1/requests/" + request + "/documents");
    assertThat(documents.<String>path("items[0].kind")).isEqualTo("ORDER");
    return request;
  }

  private void changesAreLockedByTheGeneration() {
    // Given
    ObjectNode changes =
        object(ObjectType.LD_TASK, phone).put("Generation", 1).put("ExternalIdentifier", "T-1");

    // When, then
    assertThat(codes(send(update(changes)))).containsExactly(0);
    assertThat(object(phone).path("ExternalIdentifier").asText()).isEqualTo("T-1");
    assertThat(object(phone).path("Generation").asInt()).isEqualTo(2);
    assertThat(codes(send(update(changes)))).containsExactly(3008);
  }

  private void everythingIsListed() {
    assertThat(Exchange.list(ObjectType.AUTHORISATION)).contains(authorisation);
    assertThat(Exchange.list(ObjectType.LD_TASK)).contains(phone, name);
    assertThat(Exchange.list(ObjectType.DOCUMENT)).isNotEmpty();
  }

  private String questionIsANotification(String request) {
    // When
    ask(request, "Which of the two is the suspect?");

    // Then
    Intake.awaitStatus(AGENCY, request, "CLARIFICATION_REQUESTED");
    String question =
        Exchange.list(ObjectType.NOTIFICATION).stream()
            .filter(
                id ->
                    object(id)
                        .at("/notification:NotificationType/common:Value")
                        .asText()
                        .equals("Clarification"))
            .findFirst()
            .orElseThrow();
    JsonNode shown = object(question);
    assertThat(shown.path("notification:NotificationDetails").asText())
        .isEqualTo("Which of the two is the suspect?");
    assertThat(shown.path("notification:NewNotification").asBoolean()).isTrue();
    assertThat(shown.at("/AssociatedObjects/AssociatedObject").toString())
        .contains(authorisation, phone, name);
    return question;
  }

  private void answerIsADocument(String request, String question) {
    // Given
    String answer = id();

    // When
    var answered = send(create(answer(answer, "The one with the telephone.", question)));

    // Then
    assertThat(codes(answered)).containsExactly(0);
    Intake.awaitStatus(AGENCY, request, "UNDER_REVIEW");
    assertThat(Intake.request(AGENCY, request).<String>path("messages[1].text"))
        .isEqualTo("The one with the telephone.");
    JsonNode shown = object(question);
    assertThat(shown.path("notification:NewNotification").asBoolean()).isFalse();
    assertThat(shown.path("Generation").asInt()).isEqualTo(2);
    assertThat(object(answer).at("/doc:DocumentType/common:Value").asText())
        .isEqualTo("ProvideAdditionalInformation");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                others.on(Topic.INTAKE_REQUESTS, request).stream()
                    .anyMatch(event -> event.data() instanceof ClarificationAnswered));
    assertThat(codes(send(create(answer(id(), "Once more", question))))).containsExactly(3017);
  }

  private void cancelledTakesItBack(String request) {
    // When
    var cancelled =
        send(update(wishing(object(ObjectType.AUTHORISATION, authorisation), "Cancelled")));

    // Then
    assertThat(codes(cancelled)).containsExactly(0);
    assertThat(status(authorisation)).isEqualTo("Cancelled");
    assertThat(status(phone)).isEqualTo("Cancelled");
    assertThat(status(name)).isEqualTo("Cancelled");
    assertThat(Intake.request(AGENCY, request).<String>path("status")).isEqualTo("WITHDRAWN");
    assertThat(codes(send(create(answer(id(), "Too late", authorisation))))).containsExactly(3017);
  }

  private static void whatIsServedIsSaid() {
    JsonNode config =
        Exchange.response(send(verb("GETCSPCONFIG", SubmissionBody.JSON.createObjectNode())), 0)
            .path("GETCSPCONFIGResponse");
    assertThat(
            config
                .at("/SupportedObjectTypes/common:DictionaryEntry")
                .findValuesAsText("common:Value"))
        .containsExactly(
            "Authorisation", "Document", "LDTask", "LPTask", "Notification", "Delivery");
    assertThat(config.at("/SupportedVersions/ETSIVersion").toString())
        .contains("V1.13.1", "V1.23.1");
  }

  @Test
  void preservationIsAskedForKeptAndShown() {
    // Given
    ObjectNode order = authorisation(authorisation);
    order.set("auth:AuthorisationLegalType", Terms.entry("ETSI", "EPOCLegalType", "EPOCPR"));
    String request =
        Exchange.requestOf(
            send(
                create(order),
                create(
                    task(
                        ObjectType.LP_TASK,
                        phone,
                        authorisation,
                        "writ",
                        "AccountId",
                        "1000001"))));
    String item = Exchange.item(request);
    assertThat(Intake.request(AGENCY, request).<String>path("process"))
        .isEqualTo("PRESERVATION_ORDER");
    assertThat(status(phone)).isEqualTo("AwaitingPreservation");
    Instant until = Instant.parse("2027-02-01T00:00:00Z");

    // When
    others.publish(Topic.REVIEW_CASES, request, OtherServices.opened(item));
    others.publish(
        Topic.REVIEW_CASES,
        request,
        OtherServices.decided(
            CaseOutcome.APPROVED, OtherServices.approved(item, "PHONE_NUMBER", "IP_ADDRESS")));
    others.publish(Topic.DISCLOSURE_DELIVERIES, request, OtherServices.preserved(until));
    Intake.awaitStatus(AGENCY, request, "PRESERVED");

    // Then
    assertThat(status(phone)).isEqualTo("Preserved");
    JsonNode preserved = object(phone);
    assertThat(preserved.path("task:PreservationExpiration").asText()).isEqualTo(until.toString());

    // When
    ObjectNode longer = object(ObjectType.LP_TASK, phone);
    var tooLong =
        send(update(longer.put("task:DesiredPreservationExpiration", "2027-04-01T00:00:00Z")));
    var enough =
        send(update(longer.put("task:DesiredPreservationExpiration", "2027-03-01T00:00:00Z")));

    // Then
    assertThat(Exchange.error(tooLong)).as("30 days for an order of the EU").isEqualTo(3012);
    assertThat(codes(enough)).containsExactly(0);
    JsonNode extended = object(phone);
    assertThat(extended.path("task:PreservationExpiration").asText())
        .isEqualTo("2027-03-03T00:00:00Z");
    assertThat(extended.path("Generation").asInt())
        .as("The agency's change, and ours")
        .isEqualTo(preserved.path("Generation").asInt() + 2);
    assertThat(Instant.parse(extended.path("LastChanged").asText()))
        .isAfter(Instant.parse(preserved.path("LastChanged").asText()));

    // When
    var cancelled = send(update(wishing(object(ObjectType.LP_TASK, phone), "Cancelled")));

    // Then
    assertThat(codes(cancelled)).containsExactly(0);
    assertThat(status(phone)).isEqualTo("Cancelled");
  }

  @Test
  void refusedOrderThatIsReviewedOnceMoreIsALaterGeneration() {
    // Given
    String request =
        Exchange.requestOf(
            send(create(authorisation(authorisation)), create(task(phone, authorisation))));
    String item = Exchange.item(request);
    others.publish(Topic.REVIEW_CASES, request, OtherServices.opened(item));
    others.publish(
        Topic.REVIEW_CASES,
        request,
        OtherServices.decided(CaseOutcome.REFUSED, OtherServices.refused(item, "NO_LEGAL_BASIS")));
    Intake.awaitStatus(AGENCY, request, "REFUSED");
    JsonNode refused = object(phone);

    // When
    others.publish(
        Topic.REVIEW_CASES,
        request,
        OtherServices.reopened(
            Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MILLIS)));
    Intake.awaitStatus(AGENCY, request, "UNDER_REVIEW");

    // Then
    JsonNode reviewed = object(phone);
    assertThat(status(phone)).isEqualTo("AwaitingApproval");
    assertThat(reviewed.path("Generation").asInt())
        .isGreaterThan(refused.path("Generation").asInt());
    assertThat(Instant.parse(reviewed.path("LastChanged").asText()))
        .isAfter(Instant.parse(refused.path("LastChanged").asText()));
    assertThat(object(authorisation).path("Generation").asInt()).isEqualTo(3);
  }

  /** The case is opened, and the agency is asked; only intake itself has the key to seal that. */
  private void ask(String request, String words) {
    await().atMost(PATIENCE).until(() -> !others.on(Topic.INTAKE_KEYS, request).isEmpty());
    String[] items =
        Intake.request(AGENCY, request).<List<String>>path("items.itemId").toArray(String[]::new);
    others.publish(Topic.REVIEW_CASES, request, OtherServices.opened(items));
    Intake.awaitStatus(AGENCY, request, "UNDER_REVIEW");
    var question = OtherServices.question(null);
    var envelope =
        new Envelope(
            UUID.randomUUID(),
            "/writ/review",
            question.getSchema().getFullName(),
            request,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            2,
            null,
            Actor.service("review"));
    var sealed = keys.seal(question, new CaseMessageDetails(words), envelope);
    others.repeat(new Event(Topic.REVIEW_CASES, envelope, sealed, new EventDigest(new byte[32])));
  }
}
