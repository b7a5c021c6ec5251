package org.writ.ops.api;

import java.util.Map;

/** intake-service, as one agency sees it. Thread-safe. */
public final class Intake {

  private final Api api;

  /** A caller at this address. */
  public Intake(Http http, String base, SignIn signIn) {
    this.api = new Api(http, base, signIn);
  }

  /**
   * Submits a request.
   *
   * @param idempotencyKey the same for each repetition
   * @param body as JSON, or what somebody takes for it
   */
  public Answer submit(String idempotencyKey, String body) {
    return api.postJson("/v1/requests", body, Map.of("Idempotency-Key", idempotencyKey));
  }

  /** Submits a request without the key that makes it safe to repeat. */
  public Answer submitWithoutKey(String body) {
    return api.postJson("/v1/requests", body, Map.of());
  }

  /** One of the agency's requests. */
  public Answer request(String id) {
    return api.get("/v1/requests/" + id);
  }

  /** The agency's newest requests. */
  public Answer requests() {
    return api.get("/v1/requests");
  }

  /** The proof that the submission is in the ledger. */
  public Answer receipt(String id) {
    return api.get("/v1/requests/" + id + "/receipt");
  }
}
