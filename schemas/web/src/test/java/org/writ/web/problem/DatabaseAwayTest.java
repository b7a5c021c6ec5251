package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

  private final DatabaseAway away = new DatabaseAway();
  private final ProblemCompletion completion = new ProblemCompletion();

  @Test
  void callThatFailsForWantOfTheDatabaseMayBeMadeAgain() {
    // Given
    var cause =
        new IllegalStateException(
            new SQLNonTransientConnectionException("Socket fail to connect to host:secret"));

    // When
    var problem = told(HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR), cause);

    // Then
    assertThat(problem.getStatusCode()).isEqualTo(503);
    assertThat(problem.getHeaders()).containsEntry("Retry-After", "1");
    assertThat(problem.getDetail()).contains("again").doesNotContain("secret");
  }

  @Test
  void otherFailuresStayWhatTheyAre() {
    // Given
    var cause = new IllegalStateException(new SQLException("Unknown column", "42S22", 1054));

    // When
    var problem = told(HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR), cause);

    // Then
    assertThat(problem.getStatusCode()).isEqualTo(500);
  }

  private HttpProblem told(HttpProblem problem, Throwable cause) {
    var context = ProblemContext.of(cause, "/v1/requests");
    return completion.apply(away.apply(problem, context), context);
  }
}
