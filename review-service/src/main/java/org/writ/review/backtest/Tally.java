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
    private final Map<String, RuleCounts> rules = new TreeMap<>();
    private long cases;
    private long changed;
    private long unanswered;

    private RuleCounts of(String rule) {
      return rules.computeIfAbsent(rule, _ -> new RuleCounts());
    }
  }

  /** Of one rule in one country. */
  private static final class RuleCounts {
    private long added;
    private long removed;
    private long unanswered;
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
    rules(added).forEach(rule -> counts.of(rule).added++);
    rules(removed).forEach(rule -> counts.of(rule).removed++);
  }

  /** A case that it governs, and that one of its rules has no answer for. */
  void unanswered(String country, String rule) {
    Counts counts = countries.computeIfAbsent(country, _ -> new Counts());
    counts.cases++;
    counts.unanswered++;
    counts.of(rule).unanswered++;
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
        countries.values().stream().mapToLong(counts -> counts.unanswered).sum(),
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
        .map(
            rule ->
                new RuleCount(
                    rule.getKey(),
                    rule.getValue().added,
                    rule.getValue().removed,
                    rule.getValue().unanswered))
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
   * @param unanswered those of the cases that it could not have analysed, because a rule has no
   *     answer for them; they count as unchanged
   */
  @Schema(name = "BacktestTotals")
  public record Totals(
      long cases,
      long changed,
      long withheld,
      long outside,
      long unanswered,
      List<Country> countries) {}

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
   * @param unanswered cases for which the rule has no answer
   */
  @Schema(name = "BacktestRule")
  public record RuleCount(String rule, long added, long removed, long unanswered) {}
}
