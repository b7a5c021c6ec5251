package org.writ.review.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.writ.events.review.PolicyReference;

/**
 * Policies that are in force beside and after each other, each for its own requests; for every
 * request there is exactly one. Immutable and thread-safe.
 */
public final class Policies {

  private final List<Policy> policies;

  private Policies(List<Policy> policies) {
    this.policies = policies;
  }

  /**
   * Puts policies beside each other.
   *
   * @throws IllegalArgumentException if two govern the same at the same time, or none governs a
   *     regime; names every such case
   */
  public static Policies of(Collection<Policy> policies) {
    List<String> faults = Coverage.faults(policies);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "The policies do not fit together: " + String.join("; ", faults));
    }
    return new Policies(List.copyOf(policies));
  }

  /** All of them. */
  public List<Policy> all() {
    return policies;
  }

  /**
   * The policy that is in force for a request: of those that govern its regime in its country, or
   * else in all countries, the one that came into effect last before the day, in UTC, of its
   * receipt.
   *
   * @param country of the agency
   * @throws IllegalStateException if none was in force
   */
  public Policy inForce(String regime, String country, Instant receivedAt) {
    LocalDate day = receivedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    return newest(day, it -> it.regime().equals(regime) && it.countries().contains(country))
        .or(() -> newest(day, it -> it.regime().equals(regime) && it.countries().isEmpty()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No policy is in force for requests of the regime %s on %s; the first takes effect on %s"
                        .formatted(regime, day, firstDay())));
  }

  /**
   * The policy to decide a case under: the very one that analysed it. If its document has changed
   * since, so that nobody can apply it any more, the one that is in force for the request instead.
   */
  public Policy forDecision(
      PolicyReference analysedUnder, String regime, String country, Instant receivedAt) {
    return policies.stream()
        .filter(policy -> policy.reference().equals(analysedUnder))
        .findFirst()
        .orElseGet(() -> inForce(regime, country, receivedAt));
  }

  /**
   * Whether a request would be judged under a policy if that were in force: it governs the regime
   * in the country, or in all countries while no other policy names this one.
   */
  public boolean wouldGovern(Policy policy, String regime, String country, Instant receivedAt) {
    LocalDate day = receivedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    Predicate<Governed> named =
        it -> it.regime().equals(regime) && it.countries().contains(country);
    Predicate<Governed> general = it -> it.regime().equals(regime) && it.countries().isEmpty();
    return policy.governs().stream().anyMatch(named)
        || (policy.governs().stream().anyMatch(general) && newest(day, named).isEmpty());
  }

  /** Whether requests that come on a day, from some country at least, are judged under a policy. */
  boolean governs(Policy policy, LocalDate day) {
    return policy.governs().stream()
        .anyMatch(
            governed ->
                governed.countries().isEmpty()
                    ? newest(day, it -> it.countries().isEmpty() && sameRegime(it, governed))
                        .filter(policy::equals)
                        .isPresent()
                    : governed.countries().stream()
                        .anyMatch(
                            country ->
                                newest(
                                        day,
                                        it ->
                                            it.countries().contains(country)
                                                && sameRegime(it, governed))
                                    .filter(policy::equals)
                                    .isPresent()));
  }

  private static boolean sameRegime(Governed one, Governed other) {
    return one.regime().equals(other.regime());
  }

  private Optional<Policy> newest(LocalDate day, Predicate<Governed> governs) {
    return policies.stream()
        .filter(policy -> policy.spans(day) && policy.governs().stream().anyMatch(governs))
        .max(Comparator.comparing(Policy::effectiveFrom));
  }

  private LocalDate firstDay() {
    return policies.stream()
        .map(Policy::effectiveFrom)
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }
}
