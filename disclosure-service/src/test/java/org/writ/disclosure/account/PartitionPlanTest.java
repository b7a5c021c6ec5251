package org.writ.disclosure.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartitionPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-21T20:50:00Z");

  private static List<YearMonth> months(String first, String last) {
    return Stream.iterate(
            YearMonth.parse(first),
            month -> !month.isAfter(YearMonth.parse(last)),
            month -> month.plusMonths(1))
        .toList();
  }

  private static PartitionPlan plan(Collection<YearMonth> existing) {
    return PartitionPlan.at(NOW, new TreeSet<>(existing));
  }

  @Test
  void newTableGetsTwelveMonthsBackAndTwoAhead() {
    PartitionPlan plan = plan(List.of());

    assertThat(plan.add()).isEqualTo(months("2025-11", "2027-01"));
    assertThat(plan.drop()).isEmpty();
  }

  @Test
  void nothingIsDueWithinTheMonth() {
    PartitionPlan plan = plan(months("2025-11", "2027-01"));

    assertThat(plan).isEqualTo(new PartitionPlan(List.of(), List.of()));
  }

  @Test
  void newMonthAddsOneAndDropsOne() {
    PartitionPlan plan = plan(months("2025-10", "2026-12"));

    assertThat(plan.add()).isEqualTo(months("2027-01", "2027-01"));
    assertThat(plan.drop()).isEqualTo(months("2025-10", "2025-10"));
  }

  @Test
  void monthThatIsPartlyKeptIsNotDropped() {
    // 21 November 2025 is the horizon: the end of that month is still kept.
    PartitionPlan plan = plan(months("2025-11", "2027-01"));

    assertThat(plan.drop()).isEmpty();
  }

  @Test
  void longStandstillIsCaughtUp() {
    PartitionPlan plan = plan(months("2024-01", "2025-03"));

    assertThat(plan.add()).isEqualTo(months("2025-11", "2027-01"));
    assertThat(plan.drop()).isEqualTo(months("2024-01", "2025-03"));
  }

  @Test
  void everyTimeThatIsAcceptedHasAPartition() {
    for (int day = 0; day < 800; day++) {
      Instant now = NOW.plusSeconds(86_400L * day);
      var added = PartitionPlan.at(now, new TreeSet<>()).add();

      assertThat(added).contains(month(Retention.horizon(now)), month(Retention.latest(now)));
    }
  }

  private static YearMonth month(Instant instant) {
    return YearMonth.from(instant.atOffset(java.time.ZoneOffset.UTC));
  }
}
