package org.writ.intake.agency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyRegistered;
import org.writ.intake.Intake;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AgencyTest {

  private static final String CERTIFICATE = Certificates.sound();

  @Test
  void newAgencyCountsOnceAnotherOperatorApprovedIt() {
    // Given
    String id = newId();
    Intake.propose(id, Intake.registration("IN", CERTIFICATE))
        .then()
        .statusCode(201)
        .body("status", equalTo("INVITED"))
        .body("registration", equalTo(null))
        .body("pending.country", equalTo("IN"));

    // When
    var answer = Intake.approve(id);

    // Then
    answer.then().statusCode(200).body("status", equalTo("ACTIVE"));
    Response shown = Intake.person("ada").get("/v1/agencies/" + id);
    shown
        .then()
        .statusCode(200)
        .body("registration.name", equalTo("Demo Police of IN"))
        .body("registration.kind", equalTo("POLICE"))
        .body("registration.certificate", equalTo(CERTIFICATE))
        .body("registration.clients", contains(id))
        .body("pending", equalTo(null))
        .body("certificates.validUntil", contains("2099-01-01T00:00:00Z"))
        .body("history.step", contains("AgencyRegistered", "AgencyApproved"));
    assertThat(shown.asString()).isEqualTo(answer.asString());
    assertThat(shown.<String>path("history[0].actor"))
        .startsWith("ops:")
        .isNotEqualTo(shown.<String>path("history[1].actor"));
  }

  @Test
  void whoPutAnAgencyOnFileDoesNotApproveIt() {
    // Given
    String id = newId();
    Intake.propose(id, Intake.registration("DE", CERTIFICATE));

    // When
    var answer = Intake.approve(Intake.person("olga"), id);

    // Then
    answer
        .then()
        .statusCode(409)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("Four eyes"));
    Intake.person("ada").get("/v1/agencies/" + id).then().body("status", equalTo("INVITED"));
  }

  @Test
  void oneOperatorWithTwoAccountsIsOnePerson() {
    // Given
    String id = newId();
    operator("p-otto")
        .contentType("application/json")
        .body(Intake.registration("DE", CERTIFICATE).toString())
        .put("/v1/agencies/" + id)
        .then()
        .statusCode(201);

    // When
    var own = Intake.approve(operator("p-otto"), id);
    var another = Intake.approve(operator("p-ada"), id);

    // Then
    own.then().statusCode(409).body("detail", containsString("Four eyes"));
    another.then().statusCode(200).body("history[1].actor", equalTo("ops:p-ada"));
  }

  /** Signed in with an account that nobody used before. */
  private static RequestSpecification operator(String person) {
    String token = TestClient.ofThisTest().in("ops").claiming("person", person).token();
    return given().auth().oauth2(token);
  }

  @Test
  void approvalOfWhatNobodySaysToHaveReadIsRefused() {
    // Given
    String id = newId();
    Intake.propose(id, Intake.registration("DE", CERTIFICATE));

    // When
    var answer = Intake.person("otto").post("/v1/agencies/" + id + "/approval");

    // Then
    answer
        .then()
        .statusCode(428)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("If-Match"));
    Intake.person("ada").get("/v1/agencies/" + id).then().body("status", equalTo("INVITED"));
  }

  @Test
  void approvalOfWhatHasChangedSinceIsRefused() {
    // Given
    String id = newId();
    String seen = Intake.propose(id, Intake.registration("DE", CERTIFICATE)).header("ETag");
    Intake.propose(id, Intake.registration("FR", CERTIFICATE));

    // When
    var answer =
        Intake.person("otto").header("If-Match", seen).post("/v1/agencies/" + id + "/approval");

    // Then
    answer.then().statusCode(412).contentType(Intake.PROBLEM);
  }

  @Test
  void changeThatIsTurnedDownLeavesWhatCounted() {
    // Given
    String id = newId();
    Intake.register(id, "DE", CERTIFICATE);
    Intake.propose(id, Intake.registration("FR", CERTIFICATE))
        .then()
        .body("registration.country", equalTo("DE"))
        .body("pending.country", equalTo("FR"));

    // When
    var answer = Intake.person("otto").post("/v1/agencies/" + id + "/rejection");

    // Then
    answer
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("registration.country", equalTo("DE"))
        .body("pending", equalTo(null));
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
                  return Intake.propose(id, Intake.registration("DE", CERTIFICATE));
                }));
      }
    }

    // Then
    var statuses = new ArrayList<Integer>();
    for (var answer : answers) {
      statuses.add(answer.get().statusCode());
    }
    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    Intake.person("ada")
        .get("/v1/agencies/" + id)
        .then()
        .body("history.step", contains("AgencyRegistered"));
  }

  @Test
  void changeIsAnEventThatHoldsAllOfIt() {
    // Given
    String id = newId();
    Intake.register(id, "DE", CERTIFICATE);

    // When
    var answer = Intake.register(id, "FR", CERTIFICATE);

    // Then
    answer.then().statusCode(200).body("registration.country", equalTo("FR"));
    try (var events = new TestEvents()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> events.on(Topic.INTAKE_AGENCIES, id).size() == 4);
      var changed = events.on(Topic.INTAKE_AGENCIES, id).get(2);
      assertThat(((AgencyRegistered) changed.data()).getCountry()).isEqualTo("FR");
      assertThat(((AgencyRegistered) changed.data()).getName()).isEqualTo("Demo Police of FR");
      assertThat(changed.envelope().actor().role()).isEqualTo("ops");
      assertThat(changed.envelope().sequence()).isEqualTo(3);
      var approved = (AgencyApproved) events.on(Topic.INTAKE_AGENCIES, id).getLast().data();
      assertThat(approved.getRegistration()).isEqualTo(changed.envelope().id().toString());
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
