package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldDocumentsTest {

  @ParameterizedTest
  @CsvSource({"0,PT1M", "1,PT2M", "3,PT8M", "4,PT15M", "5,PT15M", "2000000000,PT15M"})
  void documentIsPutOffForLongerEachTime(int before, Duration expected) {
    // When
    var delay = HeldDocuments.delay(before);

    // Then
    assertThat(delay).isEqualTo(expected);
  }
}
