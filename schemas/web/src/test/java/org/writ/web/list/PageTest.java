package org.writ.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

  /** What is asked for of a list of some rows, and what comes. */
  @ParameterizedTest
  @CsvSource({"0,2,0,", "1,2,1,", "2,2,2,", "3,2,2,after 1", "9,2,2,after 1"})
  void cursorIsOfTheLastRowShownAndThereOnlyIfMoreFollow(
      int rows, int size, int shown, String nextCursor) {
    // Given
    List<Integer> all = IntStream.range(0, rows).boxed().toList();

    // When
    var page = Page.find(size, most -> all.subList(0, Math.min(most, rows)), row -> "after " + row);

    // Then
    assertThat(page.rows()).isEqualTo(all.subList(0, shown));
    assertThat(page.nextCursor()).isEqualTo(nextCursor);
    assertThat(page.map(row -> row * 2)).hasSize(shown).allMatch(row -> row % 2 == 0);
  }
}
