package org.writ.ops.api;

import java.util.Map;

/** review-service, as one reviewer sees it. Thread-safe. */
public final class Review {

  private final Api api;

  /** A caller at this address. */
  public Review(Http http, String base, SignIn signIn) {
    this.api = new Api(http, base, signIn);
  }

  /** The first page of the queue. */
  public Answer queue() {
    return api.get("/v1/cases");
  }

  /** Claims the most urgent free case: 200 with the case, 204 if there is none. */
  public Answer claimNext() {
    return api.post("/v1/cases/claims", Map.of());
  }

  /** Claims a case: 409 if somebody else holds it or it is decided. */
  public Answer claim(String id) {
    return api.post("/v1/cases/" + id + "/claim", Map.of());
  }

  /** Reads a case, which is recorded. */
  public Answer read(String id) {
    return api.get("/v1/cases/" + id);
  }

  /** A document's bytes; the reading is recorded. */
  public Answer document(String id, String documentId) {
    return api.get("/v1/cases/" + id + "/documents/" + documentId);
  }

  /** Gives a case back. */
  public Answer release(String id, String etag) {
    return api.post("/v1/cases/" + id + "/release", Map.of("If-Match", etag));
  }

  /** Decides a case. */
  public Answer decide(String id, String etag, String body) {
    return api.postJson("/v1/cases/" + id + "/decision", body, Map.of("If-Match", etag));
  }

  /** Asks the agency. */
  public Answer ask(String id, String etag, String question) {
    return api.postJson(
        "/v1/cases/" + id + "/clarification",
        "{\"question\":\"" + question + "\"}",
        Map.of("If-Match", etag));
  }

  /** Records the call-back to an agency in an emergency. */
  public Answer verify(String id, String etag, String body) {
    return api.postJson("/v1/cases/" + id + "/verification", body, Map.of("If-Match", etag));
  }

  /** Confirms a decision that somebody else proposed. */
  public Answer confirm(String id, String etag) {
    return api.postJson("/v1/cases/" + id + "/confirmation", "{}", Map.of("If-Match", etag));
  }
}
