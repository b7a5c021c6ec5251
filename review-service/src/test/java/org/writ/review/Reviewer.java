package org.writ.review;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.writ.eventlog.testing.TestTokens;

/**
 * Somebody of the demo realm who calls the service.
 *
 * @param name user name
 */
public record Reviewer(String name) {

  /** A reviewer. */
  public static final Reviewer RITA = new Reviewer("rita");

  /** Another one. */
  public static final Reviewer RAJ = new Reviewer("raj");

  /** A senior one. */
  public static final Reviewer SOFIA = new Reviewer("sofia");

  /** A call with the person's token. */
  public RequestSpecification request() {
    return RestAssured.given().auth().oauth2(TestTokens.person(name));
  }

  /** The opaque id that the log names the person by. */
  public String id() {
    String[] token = TestTokens.person(name).split("\\.");
    String claims =
        new String(
            java.util.Base64.getUrlDecoder().decode(token[1]),
            java.nio.charset.StandardCharsets.UTF_8);
    return io.restassured.path.json.JsonPath.from(claims).getString("sub");
  }

  /** Claims a case. */
  public Response claim(String caseId) {
    return request().post("/v1/cases/{id}/claim", caseId);
  }

  /** Claims the most urgent case. */
  public Response claimMostUrgent() {
    return request().post("/v1/cases/claims");
  }

  /** Reads a case. */
  public Response read(String caseId) {
    return request().get("/v1/cases/{id}", caseId);
  }

  /** Gives a case back. */
  public Response release(String caseId, String etag) {
    return request().header("If-Match", etag).post("/v1/cases/{id}/release", caseId);
  }

  /** Decides a case. */
  public Response decide(String caseId, String etag, String body) {
    return request()
        .header("If-Match", etag)
        .contentType("application/json")
        .body(body)
        .post("/v1/cases/{id}/decision", caseId);
  }

  /** Takes a step of a case that has a body. */
  public Response step(String caseId, String step, String etag, String body) {
    return request()
        .header("If-Match", etag)
        .contentType("application/json")
        .body(body)
        .post("/v1/cases/{id}/{step}", caseId, step);
  }

  /** Confirms what another person proposed. */
  public Response confirm(String caseId, String etag) {
    return request().header("If-Match", etag).post("/v1/cases/{id}/confirmation", caseId);
  }

  /** Declares to be in a conflict of interest about an agency. */
  public void declareConflict(String agency) {
    request()
        .contentType("application/json")
        .body("{\"agency\":\"%s\"}".formatted(agency))
        .post("/v1/conflicts")
        .then()
        .statusCode(200);
  }

  /** The tag that a reading gives. */
  public String etag(String caseId) {
    return read(caseId).header("ETag");
  }

  /** Claims cases until none is free, so that a test starts with an empty queue. */
  public void emptyQueue() {
    while (claimMostUrgent().statusCode() == 200) {
      // The next one.
    }
  }
}
