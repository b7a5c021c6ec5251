package org.writ.ops.api;

import java.util.Map;

/** transparency-service, as everybody sees it. Thread-safe. */
public final class Transparency {

  private final Api api;

  /** A caller at this address. */
  public Transparency(Http http, String base) {
    this.api = new Api(http, base, SignIn.nobody());
  }

  /** The public page. */
  public Answer page() {
    return api.get("/", Map.of("Accept", "text/html"));
  }

  /** The report of a period, such as {@code 2026-Q3}. */
  public Answer report(String period) {
    return api.get("/v1/reports/" + period, Map.of("Accept", "application/json"));
  }

  /** The verifier key of the checkpoints. */
  public Answer key() {
    return api.get("/v1/ledger/key");
  }

  /** The last signed checkpoint. */
  public Answer checkpoint() {
    return api.get("/checkpoint");
  }

  /**
   * The proof that an event is in the ledger; 404 as long as it is not.
   *
   * @param digest hex
   */
  public Answer receipt(String digest) {
    return api.get("/v1/receipts/" + digest);
  }
}
