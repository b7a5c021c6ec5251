package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ProblemCompletionTest {

  private final ProblemCompletion completion = new ProblemCompletion();

  @Test
  void whatTheFrameworkSaysIsReplaced() {
    // Given
    var problem =
        HttpProblem.builder().withStatus(400).withDetail("org.example.Parser: secret").build();

    // When
    var completed = completion.apply(problem, causedBy(new IllegalArgumentException("secret")));

    // Then
    assertThat(completed.getDetail()).isNotEmpty().doesNotContain("secret");
    assertThat(completed.getTitle()).isEqualTo("Bad Request");
    assertThat(completed.getType()).isEqualTo(URI.create("about:blank"));
  }

  @Test
  void whatAServiceRefusesStays() {
    // Given
    var problem = Problems.conflict("It is decided already.");

    // When
    var completed = completion.apply(problem, causedBy(problem));

    // Then
    assertThat(completed.getDetail()).isEqualTo("It is decided already.");
  }

  @Test
  void whatIsSaidOfAnExceptionOfOursStays() {
    // Given
    var problem = Problems.conflict("Somebody else holds the case.");

    // When
    var completed = completion.apply(problem, causedBy(new Held()));

    // Then
    assertThat(completed.getDetail()).isEqualTo("Somebody else holds the case.");
  }

  /** An exception of a service, which a mapper of the service puts into words. */
  private static final class Held extends RuntimeException {}

  private static ProblemContext causedBy(Throwable cause) {
    return ProblemContext.of(cause, "/v1/requests");
  }
}
