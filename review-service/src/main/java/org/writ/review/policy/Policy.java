package org.writ.review.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writ.events.review.PolicyReference;

/**
 * A policy: what the platform discloses, to whom and on what grounds it refuses. Immutable and
 * thread-safe.
 *
 * @param id such as {@code 2024-09-valid-orders}
 * @param digest SHA-256 (hex) of its document, byte for byte
 * @param effectiveFrom first day, in UTC, on which it is in force
 * @param mayBeDisclosed the data types that a decision may approve
 * @param heldFor how far back data is held, counted from the receipt of a request
 * @param grounds grounds on which an item may be refused, with their public wording
 * @param rules in the order of the document
 */
public record Policy(
    String id,
    String digest,
    LocalDate effectiveFrom,
    Set<String> mayBeDisclosed,
    Period heldFor,
    Map<String, String> grounds,
    List<Rule> rules) {

  /** What an event that rests on this policy names. */
  public PolicyReference reference() {
    return new PolicyReference(id, digest);
  }

  /** The oldest data that is held for a request that was received at the given time. */
  public Instant heldSince(Instant receivedAt) {
    return receivedAt.atOffset(ZoneOffset.UTC).minus(heldFor).toInstant();
  }

  /** The rules of one scope, in the order of the document. */
  List<Rule> rules(Scope scope) {
    return rules.stream().filter(rule -> rule.scope() == scope).toList();
  }
}
