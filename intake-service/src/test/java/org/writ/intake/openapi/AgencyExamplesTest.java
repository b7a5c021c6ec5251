package org.writ.intake.openapi;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.agency.Certificates;

/** Agencies' files, changed and shown as the examples of the OpenAPI document say. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AgencyExamplesTest {

  private static final String AGENCIES = "/v1/agencies";
  private static final String AGENCY = "/v1/agencies/{id}";
  private static final String CERTIFICATE = "/v1/agency/certificate";
  private static final String WEBHOOK = "/v1/agency/webhook";

  /** An agency that no other test counts on. */
  private static final String OWN = "agency-zz";

  private OpenApiDocument document;

  @BeforeEach
  void readDocument() {
    document = OpenApiDocument.read();
    Intake.registerAgencies();
    var registration = Intake.registration("XX", Certificates.sound());
    registration.putObject("endpoint").put("countryCode", "XX").put("uniqueIdentifier", "ACTOR26");
    Intake.register(OWN, registration).then().statusCode(200);
  }

  @Test
  void lifeOfAnAgency() {
    // Given
    String id = "police-example";
    String registration = document.example("put", AGENCY);

    // When
    var registered = send(Intake.person("olga"), registration).put(AGENCY, id);
    var approved = Intake.approve(id);
    var repeated = send(Intake.person("olga"), registration).put(AGENCY, id);
    var seen = Intake.person("ada").get(AGENCY, id);
    var list = Intake.person("ada").get(AGENCIES + "?limit=1");
    var suspended = stepWithReason(id, "suspension");
    var proposed = step("olga", id, "reinstatement");
    var reinstated = step("otto", id, "reinstatement/approval");
    var blocked = step("olga", id, "officers/f3b1a6de-0000-4000-8000-000000000003/block");
    var closed = stepWithReason(id, "closure");

    // Then
    document.assertLike(registered, 201, "put", AGENCY);
    document.assertLike(approved, 200, "post", AGENCY + "/approval");
    document.assertLike(repeated, 200, "put", AGENCY);
    document.assertLike(seen, 200, "get", AGENCY);
    document.assertLike(list, 200, "get", AGENCIES);
    document.assertLike(suspended, 200, "post", AGENCY + "/suspension");
    document.assertLike(proposed, 200, "post", AGENCY + "/reinstatement");
    document.assertLike(reinstated, 200, "post", AGENCY + "/reinstatement/approval");
    document.assertLike(blocked, 200, "post", AGENCY + "/officers/{account}/block");
    document.assertLike(closed, 200, "post", AGENCY + "/closure");
  }

  @Test
  void certificateOfAnAgency() {
    // Given
    String body = document.example("put", CERTIFICATE);

    // When
    var replaced = send(Intake.agency(OWN), body).put(CERTIFICATE);
    var seen = Intake.agency(OWN).get("/v1/agency");

    // Then
    document.assertLike(replaced, 200, "put", CERTIFICATE);
    document.assertLike(seen, 200, "get", "/v1/agency");
  }

  @Test
  void webhookOfAnAgency() {
    // Given
    String body = document.example("put", WEBHOOK);

    // When
    var created = send(Intake.agency(OWN), body).put(WEBHOOK);
    var repeated = send(Intake.agency(OWN), body).put(WEBHOOK);
    var seen = Intake.agency(OWN).get(WEBHOOK);
    var rotated = Intake.agency(OWN).post(WEBHOOK + "/secret");
    var ping = Intake.agency(OWN).post(WEBHOOK + "/test");
    var messages = Intake.agency(OWN).get(WEBHOOK + "/messages");
    var removed = Intake.agency(OWN).delete(WEBHOOK);

    // Then
    document.assertLike(created, 201, "put", WEBHOOK);
    document.assertLike(repeated, 200, "put", WEBHOOK);
    document.assertLike(seen, 200, "get", WEBHOOK);
    document.assertLike(rotated, 200, "post", WEBHOOK + "/secret");
    document.assertLike(ping, 202, "post", WEBHOOK + "/test");
    document.assertFits(messages, 200, "get", WEBHOOK + "/messages");
    removed.then().statusCode(204);
  }

  private Response stepWithReason(String id, String step) {
    String path = AGENCY + "/" + step;
    return send(Intake.person("olga"), document.example("post", path)).post(path, id);
  }

  private static Response step(String operator, String id, String step) {
    return Intake.person(operator).post(AGENCY + "/" + step, id);
  }

  private static RequestSpecification send(RequestSpecification caller, String body) {
    return caller.contentType(OpenApiDocument.JSON_TYPE).body(body);
  }
}
