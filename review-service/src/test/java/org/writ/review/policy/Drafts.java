package org.writ.review.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.PolicyActivated;
import org.writ.events.review.PolicyProposed;

/** Invented policies that are proposed. */
public final class Drafts {

  /** An item's rule that every version of the service reads. */
  private static final String ITEM_RULE =
      """
        - id: item-%d
          applies: item
          when: "dataTypes.exists(type, type == 'DEVICE')"
          severity: NOTE
          citation: house rule
          sentence: It is so.
          examples:
            - {facts: {dataTypes: [DEVICE]}, expect: FIRES}
            - {facts: {dataTypes: [IP_ADDRESS]}, expect: SILENT}
      """;

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

  /** Rules about items that make a document one that is not taken in any more. */
  public static String tooManyItemRules() {
    return IntStream.rangeClosed(0, PolicyBounds.OF_NEW.itemRules())
        .mapToObj(ITEM_RULE::formatted)
        .collect(Collectors.joining());
  }

  /** The proposal of a document as an earlier version of the service recorded it, unchecked. */
  public static NewEvent proposal(String document, LocalDate effectiveFrom, String proposer) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return NewEvent.open(
        new PolicyProposed(
            PolicyDocument.digest(bytes), ByteBuffer.wrap(bytes), effectiveFrom, proposer));
  }

  /** The confirmation of that proposal. */
  public static NewEvent activation(
      String document, LocalDate effectiveFrom, String proposer, String confirmer) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return NewEvent.open(
        new PolicyActivated(PolicyDocument.digest(bytes), effectiveFrom, proposer, confirmer));
  }
}
