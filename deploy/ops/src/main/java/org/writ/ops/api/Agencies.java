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

  /** What is on file about one. */
  public Answer agency(String id) {
    return api.get("/v1/agencies/" + id);
  }

  /** Puts an agency, or a change of it, on file; another operator has to approve it. */
  public Answer register(String id, String body) {
    return api.putJson("/v1/agencies/" + id, body);
  }

  /** Approves what another operator put on file. */
  public Answer approve(String id) {
    return change(id, "approval", "{}");
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

  private Answer change(String id, String change, String body) {
    return api.postJson("/v1/agencies/" + id + "/" + change, body, Map.of());
  }
}
