package org.writ.review.policy;

/** Invented policies that are proposed. */
public final class Drafts {

  private Drafts() {}

  /** A policy for Brazilian requests by mutual legal assistance: it blocks fraud. */
  public static String document(String id, String effectiveFrom) {
    return document(id, effectiveFrom, "BR", "offenceCategory == 'FRAUD'");
  }

  /**
   * A policy for a country's requests by mutual legal assistance.
   *
   * @param when condition of its one rule, {@code draft-rule}, which fires for FRAUD and is silent
   *     for VIOLENCE
   */
  public static String document(String id, String effectiveFrom, String country, String when) {
    return Shipped.PLAIN
            .replace("id: test", "id: " + id)
            .replace("2024-01-01", effectiveFrom)
            .replaceFirst(
                "governs: .*", "governs: [{regime: MLAT, countries: [%s]}]".formatted(country))
        + """
          - id: draft-rule
            applies: request
            when: "%s"
            severity: BLOCKING
            ground: A_GROUND
            citation: house rule
            sentence: It is so.
            examples:
              - {facts: {offenceCategory: FRAUD}, expect: FIRES}
              - {facts: {offenceCategory: VIOLENCE}, expect: SILENT}
        """
            .formatted(when);
  }
}
