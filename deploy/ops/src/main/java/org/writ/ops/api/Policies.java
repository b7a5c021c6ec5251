package org.writ.ops.api;

import java.util.Map;

/** review-service's policies, as one person sees them. Thread-safe. */
public final class Policies {

  private final Api api;

  /** A caller at this address. */
  public Policies(Http http, String base, SignIn signIn) {
    this.api = new Api(http, base, signIn);
  }

  /** A page of policies; the first one if the cursor is empty. */
  public Answer page(String cursor) {
    return api.get("/v1/policies?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
  }

  /** One with its document. */
  public Answer policy(String id) {
    return api.get("/v1/policies/" + id);
  }

  /** Proposes a document, byte for byte: 422 with every fault if it has any. */
  public Answer propose(byte[] document) {
    return api.post("/v1/policies", document, Map.of("Content-Type", "application/yaml"));
  }

  /**
   * Activates what another person proposed.
   *
   * @param digest of the document that was read
   */
  public Answer activate(String id, String digest) {
    return api.post("/v1/policies/" + id + "/activation", Map.of("If-Match", "\"" + digest + "\""));
  }

  /**
   * Tests a policy on decided cases; the first page, with the totals, if the cursor is empty.
   *
   * @param period the JSON body
   */
  public Answer backtest(String id, String period, String cursor) {
    return api.postJson(
        "/v1/policies/"
            + id
            + "/backtests?limit=200"
            + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
        period,
        Map.of());
  }
}
