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

  /** Hands in a document of a request. */
  public Answer document(String id, String fileName, byte[] content) {
    return api.put("/v1/requests/" + id + "/documents/" + fileName, content, Map.of());
  }

  /** A document's bytes. */
  public Answer document(String id, String documentId) {
    return api.get("/v1/requests/" + id + "/documents/" + documentId);
  }

  /** Answers the reviewers' question. */
  public Answer clarify(String id, String body) {
    return api.postJson("/v1/requests/" + id + "/clarification", body, Map.of());
  }

  /** Takes a request back. */
  public Answer withdraw(String id) {
    return api.postJson("/v1/requests/" + id + "/withdrawal", "{}", Map.of());
  }

  /** Has preserved data kept for longer. */
  public Answer extend(String id) {
    return api.postJson("/v1/requests/" + id + "/extension", "{}", Map.of());
  }

  /** Sends an HI-1 message (ETSI TS 103 120). */
  public Answer handover(String message) {
    return api.postJson("/hi1", message, Map.of());
  }

  /** What is on file about the caller's agency. */
  public Answer agency() {
    return api.get("/v1/agency");
  }

  /** Gives the certificate that packages to come are encrypted to. */
  public Answer replaceCertificate(String body) {
    return api.putJson("/v1/agency/certificate", body);
  }

  /** The proof that the submission is in the ledger. */
  public Answer receipt(String id) {
    return api.get("/v1/requests/" + id + "/receipt");
  }
}
