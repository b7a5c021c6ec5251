package org.writ.review.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;
import org.writ.review.backtest.Tally.Country;
import org.writ.review.backtest.Tally.RuleCount;
import org.writ.review.backtest.Tally.Totals;

/** What differs between two analyses, and how it is counted. */
class DifferenceTest {

  @Test
  void otherWordsMakeNoDifferenceAndAnotherWeightDoes() {
    // Given
    var before = List.of(finding("a", Severity.NOTE, "old", null), note("b", "item-1"));
    var after =
        List.of(
            finding("a", Severity.NOTE, "new", null),
            finding("b", Severity.BLOCKING, "old", "item-1"));

    // Then
    assertThat(Difference.between(after, before))
        .containsExactly(new Difference("b", "BLOCKING", "OVERBROAD", "item-1"));
    assertThat(Difference.between(before, after))
        .containsExactly(new Difference("b", "NOTE", "OVERBROAD", "item-1"));
  }

  @Test
  void theSameTwiceIsMoreThanTheSameOnce() {
    assertThat(
            Difference.between(List.of(note("a", null), note("a", null)), List.of(note("a", null))))
        .containsExactly(new Difference("a", "NOTE", "OVERBROAD", null));
  }

  @Test
  void casesAreCountedByCountryAndOncePerRule() {
    // Given
    var tally = new Tally();
    var twoItems =
        Difference.between(List.of(note("narrow", "item-1"), note("narrow", "item-2")), List.of());

    // When
    tally.count("IN", twoItems, List.of());
    tally.count("IN", List.of(), List.of());
    tally.count("BR", List.of(), List.of(new Difference("old", "BLOCKING", "OVERBROAD", null)));
    tally.outside();

    // Then
    assertThat(tally.totals())
        .isEqualTo(
            new Totals(
                3,
                2,
                1,
                List.of(
                    new Country("BR", 1, 1, List.of(new RuleCount("old", 0, 1))),
                    new Country("IN", 2, 1, List.of(new RuleCount("narrow", 1, 0))))));
  }

  private static Finding note(String rule, @Nullable String itemId) {
    return finding(rule, Severity.NOTE, "old", itemId);
  }

  private static Finding finding(
      String rule, Severity severity, String sentence, @Nullable String itemId) {
    return new Finding(rule, severity, "OVERBROAD", "house rule", sentence, itemId);
  }
}
