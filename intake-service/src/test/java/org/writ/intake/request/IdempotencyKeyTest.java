package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @Test
  void sameKeyOfTwoAgenciesIsTwoKeys() {
    // Given
    var key = IdempotencyKey.parse("k".repeat(200));

    // When
    var hash = key.hashFor("agency-de");

    // Then
    assertThat(hash).matches("[0-9a-f]{64}").isNotEqualTo(key.hashFor("agency-fr"));
  }

  @Test
  void hashIsTheOneThatTheContractDescribes() {
    // Given
    var key = IdempotencyKey.parse("key-1");

    // When
    var hash = key.hashFor("agency-de");

    // Then: printf 'agency-de\nkey-1' | sha256sum
    assertThat(hash).isEqualTo("0477ff5c6b240b9d590a3923c1a8bfe88303978795cfdba889e2854b7d00226f");
  }
}
