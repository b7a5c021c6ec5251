package org.writ.review.jurisdiction;

import java.util.List;
import org.writ.events.review.Safeguards;

/**
 * The safeguards that count for the requests of a country.
 *
 * @param country ISO 3166-1 alpha-2
 * @param edition counts their changes, from 1; 0 if nobody ever set any
 */
public record Jurisdiction(String country, int edition, Safeguards safeguards) {

  /** A country about which nothing is set. */
  public static Jurisdiction plain(String country) {
    return new Jurisdiction(
        country, 0, new Safeguards(false, List.of(), List.of(), null, null, false, ""));
  }

  /** How a finding cites it. */
  public String citation() {
    return "Safeguards for %s, edition %d".formatted(country, edition);
  }
}
