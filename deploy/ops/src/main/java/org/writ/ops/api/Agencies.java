package org.writ.ops.api;

import java.util.Map;

/** intake-service's file of agencies, as one operator sees it. Thread-safe. */
public final class Agencies {

  private final Api api;

  /** A caller at this address. */
  public Agencies(Http http, String base, SignIn signIn) {
    this.api = new Api(http, base, signIn);
  }

  /** All agencies. */
  public Answer all() {
    return api.get("/v1/agencies");
  }

  /** A page of agencies; the first one if the cursor is empty. */
  public Answer page(String cursor) {
    return api.get("/v1/agencies?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
  }

  /** What is on file about one. */
  public Answer agency(String id) {
    return api.get("/v1/agencies/" + id);
  }

  /** Puts an agency, or a change of it, on file; another operator has to approve it. */
  public Answer register(String id, String body) {
    return api.putJson("/v1/agencies/" + id, body);
  }

  /**
   * Approves what another operator put on file, if that is still what was seen.
   *
   * @param tag the {@code ETag} of the file that was seen
   */
  public Answer approve(String id, String tag) {
    return api.postJson("/v1/agencies/" + id + "/approval", "{}", Map.of("If-Match", tag));
  }

  /** Turns down what was put on file. */
  public Answer reject(String id) {
    return change(id, "rejection", "{}");
  }

  /** Suspends an agency and freezes what it has open. */
  public Answer suspend(String id, String reason) {
    return change(id, "suspension", "{\"reason\":\"" + reason + "\"}");
  }

  /** Asks that a suspension ends. */
  public Answer reinstate(String id) {
    return change(id, "reinstatement", "{}");
  }

  /** Ends a suspension, as the second operator. */
  public Answer approveReinstatement(String id) {
    return change(id, "reinstatement/approval", "{}");
  }

  /** Closes an agency for ever. */
  public Answer close(String id, String reason) {
    return change(id, "closure", "{\"reason\":\"" + reason + "\"}");
  }

  /** Bars an account from acting for an agency. */
  public Answer block(String id, String account) {
    return change(id, "officers/" + account + "/block", "{}");
  }

  /** Lets an account act for an agency again. */
  public Answer unblock(String id, String account) {
    return change(id, "officers/" + account + "/unblock", "{}");
  }

  private Answer change(String id, String change, String body) {
    return api.postJson("/v1/agencies/" + id + "/" + change, body, Map.of());
  }
}
