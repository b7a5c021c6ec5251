package org.writ.benchmarks;

import java.util.Comparator;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What one round measured.
 *
 * @param calls successful operations; 0 in a median
 * @param perSecond successful operations per second; 0 where they were done one by one
 * @param p50 median of their durations, nanoseconds
 * @param p99 99th percentile of their durations, nanoseconds
 */
record Round(long calls, double perSecond, double p50, double p99) {

  static final double MILLISECOND = 1e6;

  private static final double SECOND = 1e9;
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final double MEDIAN = 50;
  private static final double ALMOST_ALL = 99;

  static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, DIGITS);
  }

  /** A round of many at a time. */
  static Round of(Histogram durations, long nanos) {
    return new Round(
        durations.getTotalCount(),
        durations.getTotalCount() * SECOND / nanos,
        durations.getValueAtPercentile(MEDIAN),
        durations.getValueAtPercentile(ALMOST_ALL));
  }

  /** A round of one at a time. */
  static Round of(Histogram durations) {
    return new Round(
        durations.getTotalCount(),
        0,
        durations.getValueAtPercentile(MEDIAN),
        durations.getValueAtPercentile(ALMOST_ALL));
  }

  /** The medians of several rounds, each figure by itself. */
  static Round median(List<Round> rounds) {
    return new Round(
        0,
        middle(rounds.stream().map(Round::perSecond).toList()),
        middle(rounds.stream().map(Round::p50).toList()),
        middle(rounds.stream().map(Round::p99).toList()));
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }

  @Override
  public String toString() {
    return (perSecond == 0 ? "" : "%8.0f/s  ".formatted(perSecond))
        + "p50 %.2f ms  p99 %.2f ms".formatted(p50 / MILLISECOND, p99 / MILLISECOND);
  }
}
