package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class IdempotencyKeyTest {

  @ParameterizedTest
  @NullAndEmptySource
  @MethodSource("malformed")
  void keyThatIsMissingOrNotVisibleAsciiIsRefused(String header) {
    // Given a header that is no key

    // When, then
    assertThatThrownBy(() -> IdempotencyKey.parse(header))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  static Stream<String> malformed() {
    return Stream.of(" ", "a b", "a\tb", "schlüssel", "k".repeat(201));
  }
}
