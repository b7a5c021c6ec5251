package org.writ.intake.agency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyRegistered;
import org.writ.intake.Intake;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AgencyTest {

  private static final String CERTIFICATE = Certificates.sound();

  @Test
  void newAgencyIsRegisteredAndShown() {
    // Given
    String id = newId();

    // When
    var answer = Intake.register(id, "IN", CERTIFICATE);

    // Then
    answer.then().statusCode(201).body("id", equalTo(id)).body("country", equalTo("IN"));
    Response shown = Intake.person("ada").get("/v1/agencies/" + id);
    shown
        .then()
        .statusCode(200)
        .body("name", equalTo("Demo Police of IN"))
        .body("kind", equalTo("POLICE"))
        .body("certificate", equalTo(CERTIFICATE))
        .body("certificateValidUntil", equalTo("2099-01-01T00:00:00Z"));
    assertThat(shown.asString()).isEqualTo(answer.asString());
  }

  @Test
  void sameRegistrationAgainAppendsNothing() {
    // Given
    String id = newId();
    String before = Intake.register(id, "DE", CERTIFICATE).asString();

    // When
    var again = Intake.register(id, "DE", CERTIFICATE);

    // Then
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(before);
    try (var events = new TestEvents()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !events.on(Topic.INTAKE_AGENCIES, id).isEmpty());
      assertThat(events.on(Topic.INTAKE_AGENCIES, id)).hasSize(1);
    }
  }

  @Test
  void registrationsAtTheSameMomentAreOneEvent() throws Exception {
    // Given
    int callers = 6;
    String id = newId();
    var start = new CyclicBarrier(callers);

    // When
    var answers = new ArrayList<Future<Response>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        answers.add(
            executor.submit(
                () -> {
                  start.await();
                  return Intake.register(id, "DE", CERTIFICATE);
                }));
      }
    }

    // Then
    var statuses = new ArrayList<Integer>();
    for (var answer : answers) {
      statuses.add(answer.get().statusCode());
    }
    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    try (var events = new TestEvents()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !events.on(Topic.INTAKE_AGENCIES, id).isEmpty());
      assertThat(events.on(Topic.INTAKE_AGENCIES, id)).hasSize(1);
    }
  }

  @Test
  void changeIsAnEventThatHoldsAllOfIt() {
    // Given
    String id = newId();
    Intake.register(id, "DE", CERTIFICATE);

    // When
    var answer = Intake.register(id, "FR", CERTIFICATE);

    // Then
    answer.then().statusCode(200).body("country", equalTo("FR"));
    try (var events = new TestEvents()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> events.on(Topic.INTAKE_AGENCIES, id).size() == 2);
      var changed = events.on(Topic.INTAKE_AGENCIES, id).getLast();
      assertThat(((AgencyRegistered) changed.data()).getCountry()).isEqualTo("FR");
      assertThat(((AgencyRegistered) changed.data()).getName()).isEqualTo("Demo Police of FR");
      assertThat(changed.envelope().actor().role()).isEqualTo("ops");
      assertThat(changed.envelope().sequence()).isEqualTo(2);
    }
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    // Given
    var request =
        Intake.person("olga")
            .contentType("application/json")
            .body("{\"name\":1,\"country\":\"de\",\"kind\":\"POLICE\",\"extra\":true}");

    // When
    var answer = request.put("/v1/agencies/" + newId());

    // Then
    answer
        .then()
        .statusCode(422)
        .contentType(Intake.PROBLEM)
        .body("errors.pointer", containsInAnyOrder("/name", "/country", "/certificate", "/extra"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "-a", "ä", "a%0Ab"})
  void idThatNoClientCanHaveIsRefused(String id) {
    // Given
    var request =
        Intake.person("olga").urlEncodingEnabled(false).contentType("application/json").body("{}");

    // When
    var answer = request.put("/v1/agencies/" + id);

    // Then
    answer.then().statusCode(422).contentType(Intake.PROBLEM);
  }

  @Test
  void unknownAgencyIsNotFound() {
    // Given
    var operator = Intake.person("olga");

    // When
    var answer = operator.get("/v1/agencies/" + newId());

    // Then
    answer.then().statusCode(404).contentType(Intake.PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "rita", "dora"})
  void onlyOperatorsRegister(String person) {
    // Given
    var request = Intake.person(person).contentType("application/json").body("{}");

    // When
    var answer = request.put("/v1/agencies/" + newId());

    // Then
    answer.then().statusCode(403).contentType(Intake.PROBLEM);
  }

  @Test
  void nobodyRegistersWithoutSigningIn() {
    // Given
    var request = given().contentType("application/json").body("{}");

    // When
    var answer = request.put("/v1/agencies/" + newId());

    // Then
    answer.then().statusCode(401).contentType(Intake.PROBLEM);
  }

  private static String newId() {
    return "agency-" + UUID.randomUUID();
  }
}
