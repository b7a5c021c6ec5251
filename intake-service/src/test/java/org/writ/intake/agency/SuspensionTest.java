package org.writ.intake.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.Topic;
import org.writ.events.intake.RequestFrozen;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** What operators stop, and what they let go on. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SuspensionTest {

  private static final String AGENCY = "agency-zz";

  @BeforeEach
  void register() {
    Intake.register(AGENCY, "XX", Certificates.sound()).then().statusCode(200);
  }

  @AfterEach
  void reinstate() {
    if (file().path("status").equals("SUSPENDED")) {
      operator("olga", "reinstatement");
      operator("otto", "reinstatement/approval").then().statusCode(200);
    }
  }

  @Test
  void suspendedAgencyDoesAndSeesNothing() {
    // Given
    String request = Intake.submitted(AGENCY, SubmissionBody.sound());

    // When
    var answer = suspend("MAILBOX_COMPROMISED");

    // Then
    answer
        .then()
        .statusCode(200)
        .body("agency.status", equalTo("SUSPENDED"))
        .body("agency.suspension.reason", equalTo("MAILBOX_COMPROMISED"))
        .body("requests", greaterThanOrEqualTo(1));
    try (var events = new TestEvents()) {
      var frozen =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(() -> events.on(Topic.INTAKE_REQUESTS, request), found -> found.size() == 2)
              .getLast();
      assertThat(frozen.data()).isInstanceOf(RequestFrozen.class);
      assertThat(frozen.envelope().actor().role()).isEqualTo("ops");
    }
    Intake.submit(AGENCY, UUID.randomUUID().toString(), SubmissionBody.sound().toString())
        .then()
        .statusCode(403)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("suspended"));
    Intake.agency(AGENCY).get("/v1/requests").then().statusCode(403);
    Intake.agency(AGENCY).get("/v1/agency").then().statusCode(403);
    Intake.agency(AGENCY).get("/v1/requests/" + UUID.randomUUID()).then().statusCode(403);
  }

  @Test
  void suspensionEndsWithASecondOperator() {
    // Given
    suspend("LEGAL").then().statusCode(200);
    operator("olga", "reinstatement/approval").then().statusCode(409);
    operator("olga", "reinstatement").then().statusCode(200);
    operator("olga", "reinstatement/approval")
        .then()
        .statusCode(409)
        .body("detail", containsString("Four eyes"));

    // When
    var answer = operator("otto", "reinstatement/approval");

    // Then
    answer.then().statusCode(200).body("agency.status", equalTo("ACTIVE"));
    Intake.submitted(AGENCY, SubmissionBody.sound());
  }

  @Test
  void reasonIsOneOfThoseThatAreKnown() {
    // Given
    var body = "{\"reason\":\"BOREDOM\",\"note\":\"x\"}";

    // When
    var answer = body("suspension", body);

    // Then
    answer.then().statusCode(422).body("errors.pointer", contains("/reason", "/note"));
  }

  @Test
  void whoActsForTheAgencyIsSeenOnceAndCanBeBarred() {
    // Given
    Intake.registerAgencies();
    Intake.person("dora").get("/v1/requests").then().statusCode(200);
    Intake.person("dora").get("/v1/requests").then().statusCode(200);
    String account = subject(TestTokens.person("dora"));
    String dora = "officers.findAll { it.account == '%s' }".formatted(account);

    // When
    var blocked = officer(account, "block");

    // Then
    blocked
        .then()
        .statusCode(200)
        .body(dora + ".size()", equalTo(1))
        .body(dora + "[0].firstSeenAt", notNullValue())
        .body(dora + "[0].blockedAt", notNullValue())
        .body(
            "history.findAll { it.step == 'OfficerFirstSeen' && it.actor == 'agency:%s' }.size()"
                .formatted(account),
            equalTo(1));
    Intake.person("dora")
        .get("/v1/requests")
        .then()
        .statusCode(403)
        .body("detail", containsString("account"));
    Intake.agency("agency-de").get("/v1/requests").then().statusCode(200);
    officer(account, "unblock").then().statusCode(200).body(dora + "[0].blockedAt", nullValue());
    Intake.person("dora").get("/v1/requests").then().statusCode(200);
  }

  @Test
  void agencyGivesItsNextCertificateItself() {
    // Given
    String next = Certificates.sound();

    // When
    var answer = certificate(next);

    // Then
    answer
        .then()
        .statusCode(200)
        .body("certificates[0].certificate", equalTo(next))
        .body("$", not(hasKey("callBackPhone")));
    file()
        .then()
        .body("certificates[0].certificate", equalTo(next))
        .body("history[-1].step", equalTo("AgencyCertificateReplaced"));
  }

  @Test
  void certificateOfAPersonIsRefused() {
    // Given
    String personal = Certificates.ofSubject("CN=E. Muster,SURNAME=Muster", "");

    // When
    var answer = certificate(personal);

    // Then
    answer
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/certificate"))
        .body("errors.detail", contains(containsString("person")));
  }

  @Test
  void clientAndEndpointBelongToOneAgency() {
    // Given
    var registration = Intake.registration("XX", Certificates.sound());
    String endpoint = "E-" + UUID.randomUUID();
    registration.putObject("endpoint").put("countryCode", "XX").put("uniqueIdentifier", endpoint);
    String first = "agency-" + UUID.randomUUID();
    String second = "agency-" + UUID.randomUUID();
    Intake.propose(second, registration).then().statusCode(201);
    Intake.register(first, registration).then().statusCode(200);
    registration.putArray("clients").add(first);

    // When
    var answer = Intake.propose("agency-" + UUID.randomUUID(), registration);

    // Then
    answer.then().statusCode(422).body("errors.pointer", contains("/clients", "/endpoint"));
    Intake.approve(second).then().statusCode(409).body("detail", containsString("another agency"));
  }

  @Test
  void operatorsSeeAllAgenciesPageByPage() {
    // Given
    var first = Intake.person("ada").get("/v1/agencies?limit=1");
    first.then().statusCode(200).body("items.size()", equalTo(1));
    Intake.register("agency-a1", "XX", Certificates.sound());
    Intake.register("agency-a2", "XX", Certificates.sound());

    // When
    Response page = Intake.person("olga").get("/v1/agencies?limit=1");
    Response next =
        Intake.person("olga").get("/v1/agencies?limit=1&cursor=" + page.path("nextCursor"));

    // Then
    String one = page.path("items[0].id");
    String two = next.path("items[0].id");
    assertThat(one).isLessThan(two);
    Intake.person("ada").get("/v1/agencies?cursor=!").then().statusCode(422);
    Intake.person("ada").get("/v1/agencies?limit=201").then().statusCode(422);
    Intake.person("dora").get("/v1/agencies").then().statusCode(403);
  }

  @Test
  void closedAgencyIsClosedForEver() {
    // Given
    String id = "agency-" + UUID.randomUUID();
    Intake.register(id, "XX", Certificates.sound());

    // When
    var answer =
        Intake.person("olga")
            .contentType("application/json")
            .body("{\"reason\":\"MERGED\"}")
            .post("/v1/agencies/" + id + "/closure");

    // Then
    answer
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("closureReason", equalTo("MERGED"));
    Intake.propose(id, Intake.registration("FR", Certificates.sound())).then().statusCode(409);
  }

  private static String subject(String token) {
    try {
      return SubmissionBody.JSON
          .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
          .get("sub")
          .asText();
    } catch (IOException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static Response officer(String account, String step) {
    return Intake.person("olga").post("/v1/agencies/agency-de/officers/" + account + "/" + step);
  }

  private static Response suspend(String reason) {
    return body("suspension", "{\"reason\":\"%s\"}".formatted(reason));
  }

  private static Response body(String step, String body) {
    return Intake.person("olga")
        .contentType("application/json")
        .body(body)
        .post("/v1/agencies/" + AGENCY + "/" + step);
  }

  private static Response operator(String person, String step) {
    return Intake.person(person).post("/v1/agencies/" + AGENCY + "/" + step);
  }

  private static Response certificate(String pem) {
    return Intake.agency(AGENCY)
        .contentType("application/json")
        .body(SubmissionBody.JSON.createObjectNode().put("certificate", pem).toString())
        .put("/v1/agency/certificate");
  }

  private static Response file() {
    return Intake.person("ada").get("/v1/agencies/" + AGENCY);
  }
}
