package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.EveryPathRules;
import org.writ.eventlog.testing.Operation;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencySuspended;
import org.writ.events.intake.OfficerBlocked;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.events.intake.OfficerUnblocked;

/** Whom operators stopped at intake, and what packages they still get: none. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class StoppedCallerTest extends DeliveryScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private OwnAgency agency;
  private String machine;
  private String delivery;
  private String sha256;

  @BeforeEach
  void deliver() {
    agency = OwnAgency.of(events);
    machine = agency.machine().token();
    decideFor(
        agency.id(),
        request,
        Decided.details("item-1", accountWithLogins()),
        Decided.approved("item-1", "IP_ADDRESS"));
    delivery =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    as(machine)
                        .get("/v1/deliveries")
                        .path("items.find { it.status == 'AVAILABLE' }?.id"),
                found -> found != null);
    sha256 = as(machine).get("/v1/deliveries/{id}", delivery).path("sha256");
  }

  @Test
  void barredAccountFetchesAndAcknowledgesNothing() {
    // Given
    var client = agency.client();
    agency.approve(agency.propose(client));
    String officer = client.token();
    String account = TestTokens.claims(officer).get("sub").asText();
    awaitStatus(officer, 200);

    // When
    agency.say(new OfficerBlocked(account));

    // Then
    awaitStatus(officer, 403);
    requireRefused(officer, "account");
    assertThat(onTopic()).hasSize(2);
    fetch(machine).then().statusCode(200);

    // When
    agency.say(new OfficerUnblocked(account));

    // Then
    awaitStatus(officer, 200);
    fetch(officer).then().statusCode(200);
  }

  @Test
  void clientIsTakenOffTheFileOnceASecondOperatorAgrees() {
    // Given
    var client = agency.client();
    String token = client.token();
    requireRefused(token, "client");
    agency.approve(agency.propose(client));
    awaitStatus(token, 200);

    // When
    Event without = agency.propose();
    agency.awaitRecorded(3);
    fetch(token).then().statusCode(200);
    agency.approve(without);

    // Then
    awaitStatus(token, 403);
    requireRefused(token, "client");
    acknowledge(machine).then().statusCode(200);
  }

  @Test
  void suspendedAgencyDoesNothingUntilItIsReinstated() {
    // Given
    Event suspension = agency.say(new AgencySuspended("MAILBOX_COMPROMISED"));

    // Then
    awaitStatus(machine, 403);
    requireRefused(machine, "suspended");
    assertThat(onTopic()).hasSize(2);

    // When
    agency.say(new AgencyReinstated(suspension.envelope().id().toString()));

    // Then
    awaitStatus(machine, 200);
    fetch(machine).then().statusCode(200);
    acknowledge(machine).then().statusCode(200);
  }

  @Test
  void closedAgencyDoesNothingAnyMore() {
    // When
    agency.say(new AgencyClosed("DISSOLVED"));

    // Then
    awaitStatus(machine, 403);
    requireRefused(machine, "closed");
  }

  @Test
  void listOfFetchesSaysOnceNothingMoreFollows() {
    // Given
    assertThat(fetches().<String>path("stop")).isNull();

    // When
    agency.say(new AgencySuspended("MAILBOX_COMPROMISED"));

    // Then
    await().atMost(PATIENCE).until(() -> fetches().path("stop"), "SUSPENDED"::equals);
    fetch(machine).then().statusCode(403);
  }

  private Response fetches() {
    return as(TestTokens.person("olga")).get("/v1/agencies/{id}/fetches", agency.id());
  }

  @Test
  void whatIntakeSaysIsRecordedWithItsCause() {
    // When
    Event proposed = agency.propose();
    Event approved = agency.approve(proposed);
    agency.say(new OfficerFirstSeen("account-1"));
    Event blocked = agency.say(new OfficerBlocked("account-1"));

    // Then
    List<Event> recorded = agency.awaitRecorded(3);
    assertThat(recorded)
        .extracting(event -> event.data().getSchema().getName())
        .containsExactly("ClientsProposed", "ClientsApproved", "AccountBarred");
    assertThat(recorded)
        .extracting(event -> event.envelope().cause())
        .containsExactly(
            proposed.envelope().id(), approved.envelope().id(), blocked.envelope().id());
    assertThat(recorded)
        .extracting(event -> event.envelope().actor())
        .containsOnly(Actor.service("disclosure"));
  }

  @Test
  void whatIsAnothersDoesNotExistOnAnyPath() {
    // Given
    String other = OwnAgency.of(events).machine().token();
    Predicate<Operation> which = it -> it.isFor("agency") && !it.parameters().isEmpty();
    String said = as(other).get("/v1/deliveries/{id}", UUID.randomUUID()).path("detail");

    // When / Then
    EveryPathRules.requireOnEveryPath(404, said, which, it -> ask(it, other, delivery));
    assertThat(onTopic()).hasSize(2);
    Operation.all().stream()
        .filter(which)
        .forEach(
            it ->
                assertThat(ask(it, machine, delivery).statusCode())
                    .as(it.toString())
                    .isEqualTo(200));
  }

  @Test
  void agencyWhoseIdDiffersInCaseIsAnother() {
    // Given
    String upper = agency.id().toUpperCase(Locale.ROOT);
    String other = TestClient.named(upper).in("agency").token();

    // When
    var list = as(other).get("/v1/deliveries");

    // Then
    assertThat(list.<List<?>>path("items")).isEmpty();
    as(other).get("/v1/deliveries/{id}", delivery).then().statusCode(404);
  }

  private void requireRefused(String token, String why) {
    EveryPathRules.requireOnEveryPath(
        403, why, it -> it.isFor("agency"), it -> ask(it, token, delivery));
  }

  private Response ask(Operation operation, String token, String about) {
    var request = as(token);
    if (!operation.mediaType().isEmpty()) {
      request.body(acknowledgement());
    }
    return operation.call(request, Map.of("id", about));
  }

  private String acknowledgement() {
    return "{\"sha256\":\"" + sha256 + "\"}";
  }

  private static void awaitStatus(String token, int status) {
    await()
        .atMost(PATIENCE)
        .until(() -> as(token).get("/v1/deliveries").statusCode(), it -> it == status);
  }

  private Response fetch(String token) {
    return as(token).get("/v1/deliveries/{id}/package", delivery);
  }

  private Response acknowledge(String token) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(acknowledgement())
        .post("/v1/deliveries/{id}/acknowledgement", delivery);
  }
}
