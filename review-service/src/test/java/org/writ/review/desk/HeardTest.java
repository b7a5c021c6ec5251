package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeardTest {

  private final Heard heard = new Heard();

  @Test
  void firstNumberIsNewsAsItMayHaveRisenJustBefore() {
    assertThat(heard.isNews(7)).isTrue();
  }

  @Test
  void whatIsNewIsNewOnceMoreAsItMayHaveCommittedLater() {
    // Given
    heard.isNews(7);
    heard.isNews(7);
    assertThat(heard.isNews(7)).isFalse();

    // When, then
    assertThat(heard.isNews(9)).isTrue();
    assertThat(heard.isNews(9)).isTrue();
    assertThat(heard.isNews(9)).isFalse();
  }
}
