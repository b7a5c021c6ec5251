package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeenVersionTest {

  private final CaseRow row = new CaseRow();

  SeenVersionTest() {
    // Claimed as its third event, read three times since.
    row.changedVersion = 3;
    row.version = 6;
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void withoutATagAChangeIsRefused(String ifMatch) {
    // When
    HttpProblem problem =
        catchThrowableOfType(HttpProblem.class, () -> SeenVersion.required(ifMatch));

    // Then
    assertThat(problem.getStatusCode()).isEqualTo(428);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4, 6})
  void readingsOfOthersDoNotMakeATagStale(long version) {
    assertThatCode(() -> SeenVersion.required(SeenVersion.tag(version)).requireCurrent(row))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "\"7\"", "*", "3", "W/\"3\"", "\"3\", \"4\"", "\"abc\""})
  void aTagOfAnotherStateIsStale(String ifMatch) {
    // Given
    SeenVersion seen = SeenVersion.required(ifMatch);

    // When
    HttpProblem problem = catchThrowableOfType(HttpProblem.class, () -> seen.requireCurrent(row));

    // Then
    assertThat(problem.getStatusCode()).isEqualTo(412);
  }

  @Test
  void theTagIsAStrongOne() {
    assertThat(SeenVersion.tag(12)).isEqualTo("\"12\"");
  }
}
