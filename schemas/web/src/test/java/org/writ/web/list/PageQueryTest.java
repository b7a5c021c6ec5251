package org.writ.web.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

  private static final String ID = "0193f3a1-7b4c-7d2e-8f00-0123456789ab";

  @ParameterizedTest
  @CsvSource({",50", "1,1", "200,200"})
  void limitIsTheSizeOfThePage(String limit, int size) {
    assertThat(new PageQuery(limit, null).size()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "201", "-1", "1.5", "all", "99999999999"})
  void limitThatIsNoneIsRefused(String limit) {
    // Given
    var query = new PageQuery(limit, null);

    // When
    var refusal = catchThrowableOfType(HttpProblem.class, query::size);

    // Then
    assertThat(refusal.getStatusCode()).isEqualTo(422);
    assertThat(refusal.getDetail())
        .isEqualTo("The query parameter limit must be a number from 1 to 200.");
  }

  @Test
  void pageBeginsAfterThePlaceOfItsCursor() {
    assertThat(new PageQuery(null, Cursors.write(ID)).after(Cursors::readId)).isEqualTo(ID);
    assertThat(new PageQuery(null, null).after(Cursors::readId)).isNull();
  }

  @Test
  void cursorOfAnotherListIsRefused() {
    // Given
    var query = new PageQuery(null, Cursors.write(ID));

    // When
    var refusal = catchThrowableOfType(HttpProblem.class, () -> query.after(TimeCursor::parse));

    // Then
    assertThat(refusal.getStatusCode()).isEqualTo(422);
    assertThat(refusal.getDetail())
        .isEqualTo("The query parameter cursor must be a nextCursor of this list.");
  }
}
