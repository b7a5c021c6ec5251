package org.writ.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.review.casework.CaseView;

class SampleTest {

  @Test
  void aShareOfTheDecisionsIsDrawnAlwaysTheSame() {
    // Given
    var sample = new Sample(0.1);

    // When
    long drawn = IntStream.range(0, 20_000).filter(i -> sample.holds(id(i), 1)).count();

    // Then
    assertThat(drawn / 20_000.0).isCloseTo(0.1, within(0.01));
    assertThat(IntStream.range(0, 20_000).filter(i -> new Sample(0.1).holds(id(i), 1)).count())
        .isEqualTo(drawn);
  }

  @Test
  void noneOrAllAreDrawn() {
    assertThat(IntStream.range(0, 1_000).filter(i -> new Sample(0).holds(id(i), 1))).isEmpty();
    assertThat(IntStream.range(0, 1_000).filter(i -> new Sample(1).holds(id(i), 1))).hasSize(1_000);
  }

  @Test
  void aLargerShareHoldsTheSmallerOne() {
    assertThat(IntStream.range(0, 10_000).filter(i -> new Sample(0.05).holds(id(i), 1)))
        .isNotEmpty()
        .allMatch(i -> new Sample(0.2).holds(id(i), 1));
  }

  @Test
  void aDecisionAboutMoreItemsThanASecondPersonIsShownIsNotDrawn() {
    assertThat(new Sample(1).holds(id(1), CaseView.ITEMS)).isTrue();
    assertThat(new Sample(1).holds(id(1), CaseView.ITEMS + 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void whatIsNoShareIsRefused(double share) {
    assertThatThrownBy(() -> new Sample(share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("writ.quality.share");
  }

  private static UUID id(int number) {
    return new UUID(7, number);
  }
}
