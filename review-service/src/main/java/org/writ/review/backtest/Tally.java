package org.writ.review.backtest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Counts what a back-test finds, by country and rule. Not thread-safe. */
public final class Tally {

  private final Map<String, Counts> countries = new TreeMap<>();
  private long outside;
  private long withheld;

  /** Of one country. */
  private static final class Counts {
    private final Map<String, long[]> rules = new TreeMap<>();
    private long cases;
    private long changed;
  }

  /** A case that the tested policy does not govern. */
  void outside() {
    outside++;
  }

  /** A case in which it finds something else, and that is not shown. */
  void withhold() {
    withheld++;
  }

  /** A case that it governs. */
  void count(String country, List<Difference> added, List<Difference> removed) {
    Counts counts = countries.computeIfAbsent(country, _ -> new Counts());
    counts.cases++;
    counts.changed += added.isEmpty() && removed.isEmpty() ? 0 : 1;
    rules(added).forEach(rule -> counts.rules.computeIfAbsent(rule, _ -> new long[2])[0]++);
    rules(removed).forEach(rule -> counts.rules.computeIfAbsent(rule, _ -> new long[2])[1]++);
  }

  /** A case counts once for a rule, however many of its items the rule is about. */
  private static Set<String> rules(List<Difference> differences) {
    return differences.stream()
        .map(Difference::rule)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What was counted. */
  Totals totals() {
    return new Totals(
        countries.values().stream().mapToLong(counts -> counts.cases).sum(),
        countries.values().stream().mapToLong(counts -> counts.changed).sum(),
        withheld,
        outside,
        countries.entrySet().stream()
            .map(
                country ->
                    new Country(
                        country.getKey(),
                        country.getValue().cases,
                        country.getValue().changed,
                        rules(country.getValue())))
            .toList());
  }

  private static List<RuleCount> rules(Counts counts) {
    return counts.rules.entrySet().stream()
        .map(rule -> new RuleCount(rule.getKey(), rule.getValue()[0], rule.getValue()[1]))
        .toList();
  }

  /**
   * Of the whole period.
   *
   * @param cases decided cases that the tested policy would have governed
   * @param changed those of them in which it finds something else
   * @param withheld those of the changed ones that are not listed, because whoever asks may still
   *     review their decisions a second time, without knowing them
   * @param outside decided cases that it would not have governed
   */
  @Schema(name = "BacktestTotals")
  public record Totals(
      long cases, long changed, long withheld, long outside, List<Country> countries) {}

  /**
   * Of one country.
   *
   * @param country of the agencies, ISO 3166-1 alpha-2
   */
  @Schema(name = "BacktestCountry")
  public record Country(String country, long cases, long changed, List<RuleCount> rules) {}

  /**
   * Of one rule in one country.
   *
   * @param added cases in which the tested policy's rule fires, and none that says the same did
   * @param removed cases in which the rule fired, and none that says the same does
   */
  @Schema(name = "BacktestRule")
  public record RuleCount(String rule, long added, long removed) {}
}
