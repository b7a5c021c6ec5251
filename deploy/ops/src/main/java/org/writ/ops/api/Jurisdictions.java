package org.writ.ops.api;

/** review-service's safeguards by country, as one person sees them. Thread-safe. */
public final class Jurisdictions {

  private final Api api;

  /** A caller at this address. */
  public Jurisdictions(Http http, String base, SignIn signIn) {
    this.api = new Api(http, base, signIn);
  }

  /** A page of countries; the first one if the cursor is empty. */
  public Answer page(String cursor) {
    return api.get("/v1/jurisdictions?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
  }

  /** One with its history. */
  public Answer country(String code) {
    return api.get("/v1/jurisdictions/" + code);
  }
}
