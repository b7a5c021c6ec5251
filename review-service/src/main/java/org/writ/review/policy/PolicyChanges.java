package org.writ.review.policy;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.PolicyActivated;
import org.writ.events.review.PolicyProposed;

/** How a policy comes into force: one person proposes it, another confirms it. Pure. */
final class PolicyChanges {

  /** Longest id of a policy that is proposed: it is the subject of events. */
  static final int LONGEST_ID = 64;

  private PolicyChanges() {}

  /**
   * The proposal. It takes the place of an earlier one that nobody confirmed yet.
   *
   * @param standing of the policy of this id; null if there is none
   * @param others the policies that count, without this one
   * @param today the day, in UTC
   * @throws PolicyConflict if a policy of this id counts already
   * @throws InvalidPolicy if it could not come into force: its id is too long, its first day is not
   *     after today, or it does not fit beside the others
   */
  static PolicyProposed propose(
      @Nullable PolicyStanding standing,
      Policy policy,
      byte[] document,
      Collection<Policy> others,
      String proposer,
      LocalDate today) {
    if (others.stream().anyMatch(other -> other.id().equals(policy.id()))
        || (standing != null && standing.activated())) {
      throw new PolicyConflict(
          "A policy with the id %s counts already, and what was decided under it names it; give the changed one another id."
              .formatted(policy.id()));
    }
    refuseFaults(policy, document, others, today);
    return new PolicyProposed(
        policy.digest(), ByteBuffer.wrap(document), policy.effectiveFrom(), proposer);
  }

  /**
   * The confirmation, upon which the policy counts from its first day on.
   *
   * @param standing of the policy
   * @param policy as its document says
   * @param others the policies that count
   * @param today the day, in UTC
   * @throws PolicyConflict if it counts already, the same person proposed it, its first day is not
   *     after today, or it does not fit beside the others any more
   */
  static PolicyActivated activate(
      PolicyStanding standing,
      Policy policy,
      Collection<Policy> others,
      String confirmer,
      LocalDate today) {
    if (standing.activated()) {
      throw new PolicyConflict("The policy is activated already.");
    }
    if (standing.proposedBy().equals(confirmer)) {
      throw new PolicyConflict("You proposed the policy; another person has to confirm it.");
    }
    if (!standing.effectiveFrom().isAfter(today)) {
      throw new PolicyConflict(
          "Its first day has come (%s), and nothing is judged anew; propose it with a later one."
              .formatted(standing.effectiveFrom()));
    }
    List<String> faults = Coverage.faults(beside(others, policy));
    if (!faults.isEmpty()) {
      throw new PolicyConflict(
          "It does not fit beside the policies that count: " + String.join("; ", faults) + ".");
    }
    return new PolicyActivated(
        standing.digest(), standing.effectiveFrom(), standing.proposedBy(), confirmer);
  }

  private static void refuseFaults(
      Policy policy, byte[] document, Collection<Policy> others, LocalDate today) {
    var faults = new ArrayList<PolicyFault>();
    var lines = PolicyDocument.lines(document);
    if (policy.id().length() > LONGEST_ID) {
      faults.add(
          new PolicyFault(
              lines.at("/id"), null, "/id must have at most " + LONGEST_ID + " characters"));
    }
    if (!policy.effectiveFrom().isAfter(today)) {
      faults.add(
          new PolicyFault(
              lines.at("/effectiveFrom"),
              null,
              "/effectiveFrom must be a day after %s: nothing is judged anew".formatted(today)));
    }
    for (String fault : Coverage.faults(beside(others, policy))) {
      faults.add(new PolicyFault(lines.at("/governs"), null, "/governs " + fault));
    }
    if (!faults.isEmpty()) {
      throw new InvalidPolicy(policy.id(), faults);
    }
  }

  private static List<Policy> beside(Collection<Policy> others, Policy policy) {
    var all = new ArrayList<>(others);
    all.add(policy);
    return all;
  }
}
