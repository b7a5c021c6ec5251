package org.writ.review.desk.register;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.look.Moments;
import org.writ.look.Words;
import org.writ.review.policy.Governed;
import org.writ.review.policy.PolicySummary;

/**
 * What is said about a policy wherever it is named.
 *
 * @param w the reader's words
 * @param p the policy
 */
record PolicyLine(Words w, PolicySummary p) {

  private static final int SHORT = 12;

  /** How it stands. */
  public String status() {
    return w.of("policyStatus", p.status());
  }

  /** Shape and colour of how it stands, in the stylesheet. */
  public String style() {
    return switch (p.status()) {
      case IN_FORCE -> "good";
      case TO_COME -> "part";
      case DRAFT, SUPERSEDED -> "still";
    };
  }

  /** Enough of the digest to tell documents apart. */
  public String shortDigest() {
    return p.digest().substring(0, SHORT);
  }

  /** First day. */
  public String from() {
    return new Moments(w).day(p.effectiveFrom());
  }

  /** Last day, where its document says one; empty otherwise. */
  public String until() {
    return p.effectiveUntil() == null ? "" : new Moments(w).day(p.effectiveUntil());
  }

  /** What is judged under it. */
  public String governs() {
    return governs(w, p.governs());
  }

  static String governs(Words w, @Nullable List<Governed> governs) {
    return governs == null
        ? w.t("policies.governs.draft")
        : governs.stream().map(one -> governs(w, one)).collect(Collectors.joining("; "));
  }

  private static String governs(Words w, Governed governed) {
    String regime = w.of("regime", governed.regime());
    return governed.countries().isEmpty()
        ? regime
        : regime
            + ": "
            + governed.countries().stream()
                .map(code -> Names.country(w, code))
                .sorted()
                .collect(Collectors.joining(", "));
  }
}
