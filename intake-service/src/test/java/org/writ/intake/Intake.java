package org.writ.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.writ.eventlog.testing.TestTokens;
import org.writ.intake.agency.Certificates;
import org.writ.intake.request.SubmissionBody;

/** The service as its clients call it. */
public final class Intake {

  public static final String PROBLEM = "application/problem+json";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Intake() {}

  /** A caller with an agency's own token. */
  public static RequestSpecification agency(String client) {
    return given().auth().oauth2(TestTokens.client(client));
  }

  /** Another of Writ's services. */
  public static RequestSpecification service(String name) {
    return given().auth().oauth2(TestTokens.client("service-" + name));
  }

  /** A caller with a person's token. */
  public static RequestSpecification person(String person) {
    return given().auth().oauth2(TestTokens.person(person));
  }

  /** Puts an agency on file, as an operator does; another has to approve it. */
  public static Response propose(String id, ObjectNode registration) {
    return person("olga")
        .contentType("application/json")
        .body(registration.toString())
        .put("/v1/agencies/" + id);
  }

  /** Approves what is on file, as another operator does who has read it. */
  public static Response approve(String id) {
    return approve(person("otto"), id);
  }

  /** The same as any caller. */
  public static Response approve(RequestSpecification caller, String id) {
    return caller
        .header("If-Match", person("ada").get("/v1/agencies/" + id).header("ETag"))
        .post("/v1/agencies/" + id + "/approval");
  }

  /** Registers an agency, as two operators do; it may act afterwards. */
  public static Response register(String id, String country, String certificate) {
    return register(id, registration(country, certificate));
  }

  /** Registers an agency with more than what has to be there. */
  public static Response register(String id, ObjectNode registration) {
    var proposed = propose(id, registration);
    return proposed.path("pending") == null ? proposed : approve(id);
  }

  /** A sound registration, to be added to. */
  public static ObjectNode registration(String country, String certificate) {
    return SubmissionBody.JSON
        .createObjectNode()
        .put("name", "Demo Police of " + country)
        .put("country", country)
        .put("kind", "POLICE")
        .put("certificate", certificate);
  }

  /** Registers the two agencies of most tests, if they are not registered yet. */
  public static void registerAgencies() {
    for (var agency : List.of("de", "fr")) {
      String id = "agency-" + agency;
      if (person("olga").get("/v1/agencies/" + id).statusCode() == 404) {
        register(id, agency.toUpperCase(Locale.ROOT), Certificates.sound()).then().statusCode(200);
      }
    }
  }

  /** Submits a body under a key. */
  public static Response submit(String client, String key, String body) {
    return agency(client)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/v1/requests");
  }

  /** Submits a sound request under a new key and gives its id. */
  public static String submitted(String client, SubmissionBody body) {
    return submit(client, UUID.randomUUID().toString(), body.toString())
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  /** A request as its agency sees it. */
  public static Response request(String client, String id) {
    return agency(client).get("/v1/requests/" + id);
  }

  /** Waits until a request has a status. */
  public static void awaitStatus(String client, String id, String status) {
    await().atMost(PATIENCE).until(() -> request(client, id).path("status"), status::equals);
  }
}
