package org.writ.review.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.events.review.FactUsed;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;
import org.writ.review.backtest.Tally.Country;
import org.writ.review.backtest.Tally.RuleCount;
import org.writ.review.backtest.Tally.Totals;
import org.writ.review.casework.CaseView;

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
        .containsExactly(difference("b", "BLOCKING", "item-1"));
    assertThat(Difference.between(before, after))
        .containsExactly(difference("b", "NOTE", "item-1"));
  }

  @Test
  void theSameTwiceIsMoreThanTheSameOnce() {
    assertThat(
            Difference.between(List.of(note("a", null), note("a", null)), List.of(note("a", null))))
        .containsExactly(difference("a", "NOTE", null));
  }

  @Test
  void otherFactsMakeNoDifferenceAndAreShownWhereThereIsOne() {
    // Given
    var before = List.of(resting("many", "itemCount", "12"), resting("old", "itemCount", "12"));
    var after = List.of(resting("many", "mostItems", "5"), resting("new", "mostItems", "5"));

    // When
    var added = Difference.between(after, before);
    var removed = Difference.between(before, after);

    // Then
    assertThat(added)
        .containsExactly(
            new Difference(
                "new",
                "NOTE",
                "OVERBROAD",
                null,
                List.of(new CaseView.FactUsed("mostItems", "5"))));
    assertThat(removed)
        .containsExactly(
            new Difference(
                "old",
                "NOTE",
                "OVERBROAD",
                null,
                List.of(new CaseView.FactUsed("itemCount", "12"))));
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
    tally.count("BR", List.of(), List.of(difference("old", "BLOCKING", null)));
    tally.withhold();
    tally.outside();
    tally.unanswered("IN", "narrow");
    tally.outside();

    // Then
    assertThat(tally.totals())
        .isEqualTo(
            new Totals(
                4,
                2,
                1,
                2,
                1,
                List.of(
                    new Country("BR", 1, 1, List.of(new RuleCount("old", 0, 1, 0))),
                    new Country("IN", 3, 1, List.of(new RuleCount("narrow", 1, 0, 1))))));
  }

  private static Finding note(String rule, @Nullable String itemId) {
    return finding(rule, Severity.NOTE, "old", itemId);
  }

  private static Finding finding(
      String rule, Severity severity, String sentence, @Nullable String itemId) {
    return new Finding(rule, severity, "OVERBROAD", "house rule", sentence, itemId, List.of());
  }

  private static Finding resting(String rule, String fact, String found) {
    return Finding.newBuilder(note(rule, null))
        .setFacts(List.of(new FactUsed(fact, found)))
        .build();
  }

  private static Difference difference(String rule, String severity, @Nullable String itemId) {
    return new Difference(rule, severity, "OVERBROAD", itemId, List.of());
  }
}
