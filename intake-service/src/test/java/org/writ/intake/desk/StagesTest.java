package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.events.intake.RequestStatus;
import org.writ.look.Language;
import org.writ.pages.Speech;

class StagesTest {

  @ParameterizedTest
  @CsvSource({
    "RECEIVED, now next next next",
    "UNDER_REVIEW, done now next next",
    "CLARIFICATION_REQUESTED, done now next next",
    "WITHDRAWN, done stopped next next",
    "REFUSED, done done stopped next",
    "PARTLY_APPROVED, done done done now",
    "AVAILABLE, done done done now",
    "EXPIRED, done done done stopped",
    "DELIVERED, done done done done",
    "NO_DATA, done done done done",
    "PRESERVED, done done done done"
  })
  void statusIsAPlaceInTheStepper(RequestStatus status, String expected) {
    // Given
    var words = new Speech().in(Language.EN);

    // When
    var stages = Stages.of(words, status);

    // Then
    assertThat(stages.stream().map(RequestDetail.Stage::style).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
    assertThat(stages).filteredOn(RequestDetail.Stage::current).hasSize(1);
  }
}
