package org.writ.review.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.writ.review.vocabulary.Vocabulary;

/**
 * Whether policies that are in force beside each other leave exactly one for every request. Pure.
 *
 * <p>A policy that names a country goes before one that names none. Of policies for the same, a
 * later one follows on an earlier one that names no last day; one that begins on the same day, or
 * before the last day of the other, overlaps with it. Every regime has to be covered from the first
 * day of the first policy on; where a policy for a country ends, the general one takes over.
 */
final class Coverage {

  /** What stands for all countries that no policy names; sorts before them. */
  private static final String EVERYWHERE = "*";

  private final Map<String, List<Policy>> byField = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private Coverage() {}

  /** Every overlap and every gap, in a sentence. */
  static List<String> faults(Collection<Policy> policies) {
    var coverage = new Coverage();
    policies.stream()
        .sorted(Comparator.comparing(Policy::effectiveFrom).thenComparing(Policy::id))
        .forEach(coverage::add);
    @Nullable LocalDate first =
        policies.stream().map(Policy::effectiveFrom).min(Comparator.naturalOrder()).orElse(null);
    coverage.byField.forEach(coverage::refuseOverlaps);
    for (String regime : Vocabulary.ALL_REGIMES.stream().sorted().toList()) {
      coverage.refuseGaps(regime, first);
    }
    return List.copyOf(coverage.faults);
  }

  private void add(Policy policy) {
    for (Governed governed : policy.governs()) {
      if (governed.countries().isEmpty()) {
        add(field(governed.regime(), EVERYWHERE), policy);
      }
      governed.countries().forEach(country -> add(field(governed.regime(), country), policy));
    }
  }

  private void add(String field, Policy policy) {
    byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(policy);
  }

  private void refuseOverlaps(String field, List<Policy> policies) {
    for (int i = 1; i < policies.size(); i++) {
      Policy before = policies.get(i - 1);
      Policy after = policies.get(i);
      LocalDate until = before.effectiveUntil();
      if (before.effectiveFrom().equals(after.effectiveFrom())
          || (until != null && !until.isBefore(after.effectiveFrom()))) {
        faults.add(
            "%s and %s both govern %s on %s"
                .formatted(before.id(), after.id(), field, after.effectiveFrom()));
      }
    }
  }

  private void refuseGaps(String regime, @Nullable LocalDate first) {
    List<Policy> policies = byField.getOrDefault(field(regime, EVERYWHERE), List.of());
    if (policies.isEmpty() || first == null) {
      faults.add("no policy governs " + regime);
      return;
    }
    @Nullable LocalDate covered = first;
    for (Policy policy : policies) {
      if (covered != null && covered.isBefore(policy.effectiveFrom())) {
        faults.add(
            "no policy governs %s from %s until %s"
                .formatted(regime, covered, policy.effectiveFrom().minusDays(1)));
      }
      LocalDate until = policy.effectiveUntil();
      covered = until == null ? null : until.plusDays(1);
    }
    if (covered != null) {
      faults.add("no policy governs %s from %s on".formatted(regime, covered));
    }
  }

  private static String field(String regime, String country) {
    return country.equals(EVERYWHERE) ? regime : regime + " of " + country;
  }
}
