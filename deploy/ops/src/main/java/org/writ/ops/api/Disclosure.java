package org.writ.ops.api;

import java.util.Map;

/** disclosure-service, as one agency sees it. Thread-safe. */
public final class Disclosure {

  private final Api api;

  /** A caller at this address. */
  public Disclosure(Http http, String base, SignIn signIn) {
    this.api = new Api(http, base, signIn);
  }

  /** The agency's newest deliveries. */
  public Answer deliveries() {
    return api.get("/v1/deliveries");
  }

  /** One of the agency's deliveries. */
  public Answer delivery(String id) {
    return api.get("/v1/deliveries/" + id);
  }

  /** The encrypted package; fetching it is recorded. */
  public Answer fetch(String id) {
    return api.get("/v1/deliveries/" + id + "/package");
  }

  /**
   * Confirms that the package has arrived.
   *
   * @param sha256 hex, of the encrypted package
   */
  public Answer acknowledge(String id, String sha256) {
    return api.postJson(
        "/v1/deliveries/" + id + "/acknowledgement", "{\"sha256\":\"" + sha256 + "\"}", Map.of());
  }

  /** Every package that an agency ever fetched, for operators. */
  public Answer fetches(String agency) {
    return api.get("/v1/agencies/" + agency + "/fetches");
  }

  /** A page of the packages that an agency ever fetched; the first one if the cursor is empty. */
  public Answer fetches(String agency, String cursor) {
    return api.get(
        "/v1/agencies/"
            + agency
            + "/fetches?limit=200"
            + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
  }
}
