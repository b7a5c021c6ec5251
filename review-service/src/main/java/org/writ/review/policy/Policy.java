package org.writ.review.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.PolicyReference;

/**
 * A policy: what the platform discloses, to whom and on what grounds it refuses. Immutable and
 * thread-safe.
 *
 * @param id such as {@code 2024-09-valid-orders}
 * @param digest SHA-256 (hex) of its document, byte for byte
 * @param effectiveFrom first day, in UTC, on which it is in force
 * @param effectiveUntil last day, in UTC; null: until a later one begins that governs the same
 * @param governs the requests that are judged under it
 * @param heldFor how far back data is held, counted from the receipt of a request
 * @param legalBases at most one per process
 * @param offences the clause of the terms of service that an offence violates, by its category
 * @param breadth from where on a request is read narrowly
 * @param userNotice when the user is told
 * @param grounds grounds on which an item may be refused, by name
 * @param rules in the order of the document
 */
public record Policy(
    String id,
    String digest,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    List<Governed> governs,
    Period heldFor,
    List<LegalBasis> legalBases,
    Map<String, String> offences,
    Breadth breadth,
    UserNotice userNotice,
    Map<String, Ground> grounds,
    List<Rule> rules) {

  /** What an event that rests on this policy names. */
  public PolicyReference reference() {
    return new PolicyReference(id, digest);
  }

  /** The oldest data that is held for a request that was received at the given time. */
  public Instant heldSince(Instant receivedAt) {
    return receivedAt.atOffset(ZoneOffset.UTC).minus(heldFor).toInstant();
  }

  /**
   * The data types that a decision may approve upon this process: those that it discloses, or, upon
   * a preservation order, those that are kept.
   */
  public Set<String> mayBeApproved(String process) {
    return basis(process).map(LegalBasis::approvable).orElseGet(() -> mayBeDisclosed(process));
  }

  /**
   * The data types that may be disclosed upon this process; where the policy has no legal basis for
   * the process, those that it discloses upon any, so that a senior reviewer who sets the missing
   * basis aside still discloses nothing else.
   */
  public Set<String> mayBeDisclosed(String process) {
    return basis(process)
        .map(LegalBasis::discloses)
        .orElseGet(
            () ->
                legalBases.stream()
                    .flatMap(basis -> basis.discloses().stream())
                    .collect(Collectors.toUnmodifiableSet()));
  }

  /** What it says about a process; empty if it knows no legal basis for it. */
  public Optional<LegalBasis> basis(String process) {
    return legalBases.stream().filter(basis -> basis.process().equals(process)).findFirst();
  }

  /** Whether its own dates let it be in force on a day. */
  boolean spans(LocalDate day) {
    return !effectiveFrom.isAfter(day) && (effectiveUntil == null || !effectiveUntil.isBefore(day));
  }

  /** The rules of one scope, in the order of the document. */
  List<Rule> rules(Scope scope) {
    return rules.stream().filter(rule -> rule.scope() == scope).toList();
  }
}
