package org.writ.review.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CaseOpened;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OpeningTest {

  private final MovableClock clock;
  private Intake intake;

  OpeningTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void connect() {
    intake.close();
    intake = new Intake(clock);
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void aSubmittedRequestBecomesACaseWithFindings() {
    // Given
    String itemId = UUID.randomUUID().toString();
    var request =
        intake
            .sound()
            .setSuspectConfirmed(false)
            .setItems(
                List.of(
                    Requests.item(itemId).setDataTypes(List.of("IP_ADDRESS", "CONTENT")).build()));

    // When
    String id = intake.submit(request);

    // Then
    Reviewer.RITA
        .read(id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("status", equalTo("OPEN"))
        .body("country", equalTo("DE"))
        .body("process", equalTo("COURT_ORDER"))
        .body("agency.name", equalTo("Demo Police"))
        .body("erased", equalTo(false))
        .body("holder", nullValue())
        .body("policy.id", equalTo("2024-09-valid-orders"))
        .body("facts.reference", equalTo("AZ 2026/000123"))
        .body("facts.issuingAuthority.name", equalTo("Amtsgericht Musterstadt"))
        .body("facts.issuingAuthority.type", equalTo("COURT"))
        .body("facts.offence.statute", equalTo("§ 29a BtMG"))
        .body("facts.suspectConfirmed", equalTo(false))
        .body("facts.officer.email", equalTo("officer@agency.example"))
        .body("findings.rule", contains("suspect-confirmed", "some-data-types-not-disclosed"))
        .body("findings.severity", contains("BLOCKING", "NOTE"))
        .body("findings.ground", contains("NO_SUSPECT", "DATA_TYPE_NOT_DISCLOSED"))
        .body("findings.itemId", contains(null, itemId))
        .body("findings[0].facts.name", contains("suspectConfirmed"))
        .body("findings[0].facts.value", contains("false"))
        .body("findings[1].facts.name", contains("process", "disclosable", "dataTypes"))
        .body(
            "findings[1].facts.value",
            contains("COURT_ORDER", "IP_ADDRESS,PHONE_NUMBER", "IP_ADDRESS,CONTENT"))
        .body("items.itemId", contains(itemId))
        .body("items[0].identifier.type", equalTo("PHONE_NUMBER"))
        .body("items[0].identifier.value", equalTo("+4915100000001"))
        .body("items[0].dataTypes", contains("IP_ADDRESS", "CONTENT"))
        .body("items[0].from", equalTo("2026-05-01T00:00:00Z"))
        .body("documents", equalTo(List.of()))
        .body("timeline.type", contains("CaseOpened", "CaseRead"));
  }

  @Test
  void theEventNamesItsCauseAndSealsWhatIsAboutPersons() {
    // Given
    String id = UUID.randomUUID().toString();
    intake.events().issueKey(id);

    // When
    intake.publish(id, intake.sound().build());
    Intake.awaitCases(List.of(id));

    // Then
    Event submitted = intake.events().on(Topic.INTAKE_REQUESTS, id).getFirst();
    Event opened = onTopic(id, 1).getFirst();
    assertThat(opened.envelope().cause()).isEqualTo(submitted.envelope().id());
    assertThat(opened.envelope().actor()).isEqualTo(Actor.service("review"));
    assertThat(opened.envelope().sequence()).isEqualTo(1);
    assertThat(opened.data()).isInstanceOf(CaseOpened.class);
    assertThat(opened.sealed()).isPresent();
    assertThat(opened.sealed().orElseThrow().ciphertext())
        .isNotEqualTo(submitted.sealed().orElseThrow().ciphertext());
    assertThat(new String(opened.sealed().orElseThrow().ciphertext(), StandardCharsets.ISO_8859_1))
        .doesNotContain("+4915100000001")
        .doesNotContain("officer@agency.example");
  }

  @Test
  void aRequestWhoseKeyIsErasedBecomesACaseWithoutPersons() {
    // Given
    String id = UUID.randomUUID().toString();
    intake.events().issueKey(id);
    intake.events().eraseKey(id);

    // When
    intake.publish(id, intake.sound().build());
    Intake.awaitCases(List.of(id));

    // Then
    Reviewer.RITA
        .read(id)
        .then()
        .statusCode(200)
        .body("erased", equalTo(true))
        .body("facts.reference", nullValue())
        .body("facts.officer", nullValue())
        .body("facts.offence.category", equalTo("DRUG_TRAFFICKING"))
        .body("items[0].identifier.value", nullValue());
  }

  @Test
  void aKeyThatIsErasedLaterClosesTheCaseToItsReaders() {
    // Given
    String id = intake.submit(intake.sound());

    // When
    intake.events().eraseKey(id);

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                Reviewer.RITA
                    .read(id)
                    .then()
                    .statusCode(200)
                    .body("erased", equalTo(true))
                    .body("items[0].identifier.value", nullValue()));
  }

  @Test
  void aRequestThatArrivesTwiceBecomesOneCase() {
    // Given
    String id = intake.submit(intake.sound());
    Event submitted = intake.events().on(Topic.INTAKE_REQUESTS, id).getFirst();

    // When
    intake.events().repeat(submitted);
    String next = intake.submit(intake.sound());

    // Then
    assertThat(onTopic(next, 1)).hasSize(1);
    assertThat(onTopic(id, 1)).hasSize(1);
  }

  @Test
  void whatIntakeTellsTheAgencyHasNoEffectHere() {
    // Given
    String id = intake.submit(intake.sound());

    // When
    intake
        .events()
        .publish(
            Topic.INTAKE_REQUESTS,
            id,
            new RequestProgressed(RequestStatus.UNDER_REVIEW, List.of(), null, null, null));
    intake.submit(intake.sound());

    // Then
    assertThat(onTopic(id, 1)).hasSize(1);
    Reviewer.RITA.read(id).then().statusCode(200).body("status", equalTo("OPEN"));
  }

  private List<Event> onTopic(String id, int atLeast) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> intake.events().on(Topic.REVIEW_CASES, id), found -> found.size() >= atLeast);
  }
}
