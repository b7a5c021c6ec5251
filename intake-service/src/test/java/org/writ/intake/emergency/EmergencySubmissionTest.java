package org.writ.intake.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Leases;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.RequestSubmitted;
import org.writ.intake.Intake;
import org.writ.intake.OtherServers;
import org.writ.intake.agency.Certificates;
import org.writ.intake.document.Documents;
import org.writ.intake.request.SubmissionBody;

/** What is recorded of emergencies, and what follows where the order does not. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(OtherServers.class)
class EmergencySubmissionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Transactions transactions;
  @Inject Leases leases;
  @Inject EventLog log;
  @Inject EmergencyRows rows;
  @Inject Clock clock;
  @Inject Ids ids;

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  private static SubmissionBody emergency(String accountId, String email) {
    return SubmissionBody.sound()
        .with("/process", "\"EMERGENCY\"")
        .with(
            "/items/0/identifier",
            "{\"type\":\"ACCOUNT_ID\",\"value\":\"%s\"}".formatted(accountId))
        .withText("/officer/email", email);
  }

  private static String unique() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L));
  }

  private static List<Event> events(String id) {
    try (var events = new TestEvents()) {
      return await()
          .atMost(PATIENCE)
          .until(() -> events.on(Topic.INTAKE_REQUESTS, id), found -> !found.isEmpty());
    }
  }

  private static RequestSubmitted submitted(String id) {
    return (RequestSubmitted) events(id).getFirst().data();
  }

  private static EmergencyFacts facts(String id) {
    return Objects.requireNonNull(submitted(id).getEmergency());
  }

  private OrderFollowUp afterDays(int days) {
    return new OrderFollowUp(
        transactions, leases, log, rows, Clock.offset(clock, Duration.ofDays(days)), ids);
  }

  private static long overdue(String id) {
    return events(id).stream().filter(event -> event.data() instanceof OrderOverdue).count();
  }

  @Test
  void emergencysFactsAreRecorded() {
    // Given an account that another agency asked for, and an officer who is not known
    String account = unique();
    String email = "officer-" + account + "@elsewhere.example";
    Intake.submitted("agency-fr", emergency(account, "someone@police.example"));

    // When
    String id = Intake.submitted("agency-de", emergency(account, email));

    // Then
    var facts = facts(id);
    assertThat(facts.getAccountAgeDays()).isZero();
    assertThat(facts.getDomainOnFile()).isFalse();
    assertThat(facts.getDomainAgeDays()).isNull();
    assertThat(facts.getFirstOfSender()).isTrue();
    assertThat(facts.getIdentifiersAskedByOthers()).isEqualTo(1);
    assertThat(facts.getOrderDueAt())
        .isEqualTo(submitted(id).getReceivedAt().plus(Duration.ofHours(48)));
  }

  @Test
  void whoSaysWhenTheOrderMustComeIsRecorded() {
    // Given
    var national = emergency(unique(), "officer@police.example");
    var european = national.with("/regime", "\"EU_E_EVIDENCE\"");

    // When
    var ofEurope = facts(Intake.submitted("agency-de", european));
    var ofGermany = facts(Intake.submitted("agency-de", national));

    // Then
    assertThat(ofEurope.getOrderRule()).isEqualTo("Regulation (EU) 2023/1543, Article 4(5)");
    assertThat(ofGermany.getOrderRule()).startsWith("The platform's rule");
  }

  @Test
  void emergenciesOfTheSameOfficerAndAgencyAreCounted() {
    // Given
    String email = "officer-" + unique() + "@police.example";
    var first = facts(Intake.submitted("agency-de", emergency(unique(), email)));

    // When
    var second = facts(Intake.submitted("agency-de", emergency(unique(), email)));

    // Then
    assertThat(second.getFirstOfSender()).isFalse();
    assertThat(second.getEmergenciesInDay()).isEqualTo(first.getEmergenciesInDay() + 1);
    assertThat(second.getEmergenciesInMonth()).isEqualTo(first.getEmergenciesInMonth() + 1);
    assertThat(second.getIdentifiersAskedByOthers()).isZero();
  }

  @Test
  void emergenciesOfTheSameMomentCountEachOther() throws Exception {
    // Given an agency that never submitted one
    String agency = "agency-xx";
    Intake.register(agency, "DE", Certificates.sound()).then().statusCode(200);
    String email = "officer-" + unique() + "@police.example";
    Callable<String> submission = () -> Intake.submitted(agency, emergency(unique(), email));

    // When
    List<EmergencyFacts> facts;
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      facts =
          callers.invokeAll(java.util.Collections.nCopies(6, submission)).stream()
              .map(Future::resultNow)
              .map(EmergencySubmissionTest::facts)
              .toList();
    }

    // Then
    assertThat(facts)
        .extracting(EmergencyFacts::getEmergenciesInDay)
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    assertThat(facts).filteredOn(EmergencyFacts::getFirstOfSender).hasSize(1);
  }

  @Test
  void ageOfTheMailDomainIsAskedOfItsRegistry() {
    // Given
    String domain = "d" + unique() + ".example";
    OtherServers.answer(
        "/rdap/domain/" + domain,
        200,
        """
        {"objectClassName":"domain","ldhName":"%s",
         "events":[{"eventAction":"registration","eventDate":"%s"}]}
        """
            .formatted(domain, clock.instant().minus(Duration.ofDays(12)).minusSeconds(60)));

    // When
    var known = facts(Intake.submitted("agency-de", emergency(unique(), "a@mail." + domain)));
    var unknown = facts(Intake.submitted("agency-de", emergency(unique(), "a@x" + domain)));

    // Then
    assertThat(known.getDomainRegistrationAgeDays()).isEqualTo(12);
    assertThat(known.getDomainOnFile()).isFalse();
    assertThat(unknown.getDomainRegistrationAgeDays()).isNull();
  }

  @Test
  void requestThatIsNoEmergencyHasNoSuchFacts() {
    // Given
    var body = SubmissionBody.sound();

    // When
    String id = Intake.submitted("agency-de", body);

    // Then
    assertThat(submitted(id).getEmergency()).isNull();
  }

  @Test
  void orderThatDoesNotFollowIsSaidToBeOverdueOnce() {
    // Given
    String id = Intake.submitted("agency-de", emergency(unique(), "a@police.example"));
    afterDays(1).followUp();
    assertThat(overdue(id)).isZero();

    // When
    afterDays(3).followUp();
    afterDays(4).followUp();

    // Then
    await().atMost(PATIENCE).until(() -> overdue(id), count -> count == 1);
    Intake.request("agency-de", id).then().statusCode(200);
  }

  @Test
  void orderThatFollowedIsNotOverdue() {
    // Given
    String followed = Intake.submitted("agency-de", emergency(unique(), "b@police.example"));
    String notFollowed = Intake.submitted("agency-de", emergency(unique(), "b@police.example"));
    hand(followed, Map.of("kind", "ORDER"));
    hand(notFollowed, Map.of("kind", "SUPPLEMENT"));

    // When
    afterDays(3).followUp();

    // Then
    await().atMost(PATIENCE).until(() -> overdue(notFollowed), count -> count == 1);
    assertThat(overdue(followed)).isZero();
  }

  @Test
  void documentThatNobodyCalledTheOrderDoesNotConfirmAnEmergency() {
    // Given
    String id = Intake.submitted("agency-de", emergency(unique(), "d@police.example"));
    hand(id, Map.of());

    // When
    afterDays(3).followUp();

    // Then
    await().atMost(PATIENCE).until(() -> overdue(id), count -> count == 1);
  }

  @Test
  void orderConfirmsAnEmergencyOnceItIsScanned() {
    // Given
    String held = Intake.submitted("agency-de", emergency(unique(), "e@police.example"));
    String scanned = Intake.submitted("agency-de", emergency(unique(), "e@police.example"));
    append(held, heldOrder(ids.next().toString()));
    String document = ids.next().toString();
    append(scanned, heldOrder(document));
    append(scanned, new DocumentScanned(document, "CLEAN"));

    // When
    afterDays(3).followUp();

    // Then
    await().atMost(PATIENCE).until(() -> overdue(held), count -> count == 1);
    assertThat(overdue(scanned)).isZero();
  }

  @Test
  void orderOfAnEmergencyThatWasWithdrawnIsNotWaitedFor() {
    // Given
    String id = Intake.submitted("agency-de", emergency(unique(), "c@police.example"));
    Intake.agency("agency-de")
        .contentType("application/json")
        .body("{}")
        .post("/v1/requests/{id}/withdrawal", id)
        .then()
        .statusCode(200);

    // When
    afterDays(3).followUp();

    // Then
    assertThat(transactions.call(() -> rows.findById(id).overdue)).isFalse();
  }

  private static DocumentReceived heldOrder(String documentId) {
    return new DocumentReceived(
        documentId, "ORDER", "application/pdf", 17L, "ab".repeat(32), "UNSCANNED", null);
  }

  private void append(String id, SpecificRecord event) {
    transactions.run(
        () ->
            log.append(
                Topic.INTAKE_REQUESTS,
                id,
                log.version(Topic.INTAKE_REQUESTS, id),
                Actor.service("intake"),
                null,
                List.of(NewEvent.open(event))));
  }

  private static void hand(String id, Map<String, String> parameters) {
    Intake.agency("agency-de")
        .queryParams(parameters)
        .contentType("application/pdf")
        .body(Documents.pdf("order"))
        .put("/v1/requests/{id}/documents/order.pdf", id)
        .then()
        .statusCode(201);
  }
}
