package org.writ.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Objects;

/**
 * Gives every problem the four members that clients may rely on: {@code type}, {@code title},
 * {@code status}, {@code detail}. What the framework says of its own accord is replaced: it could
 * tell of our classes, or of persons.
 */
@ApplicationScoped
class ProblemCompletion implements ProblemPostProcessor {

  /** RFC 9457, 4.2.1: no more is meant than what the status code says. */
  private static final URI BLANK = URI.create("about:blank");

  /** What every 503 says that says nothing of its own. */
  static final String NOT_NOW =
      "Not possible at this moment, and nothing was done; the same call may succeed again in a second.";

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    String title = Objects.requireNonNullElse(problem.getTitle(), titleOf(problem.getStatusCode()));
    String detail =
        problem.getDetail() == null || !isOurs(context.cause)
            ? detailOf(problem.getStatusCode(), title)
            : problem.getDetail();
    return HttpProblem.builder(problem)
        .withType(Objects.requireNonNullElse(problem.getType(), BLANK))
        .withTitle(title)
        .withDetail(detail)
        .build();
  }

  /** Whether a service says it, as a problem or as an exception of its own that is mapped. */
  private static boolean isOurs(Throwable cause) {
    return cause instanceof HttpProblem || cause.getClass().getName().startsWith("org.writ.");
  }

  private static String titleOf(int status) {
    Status known = Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  private static String detailOf(int status, String title) {
    return switch (status) {
      case 400 -> "The request cannot be understood.";
      case 403 -> "The caller's roles do not allow this.";
      case 404 -> "Nothing is found at this address.";
      case 405 -> "This address does not know the method.";
      case 406 -> "This address answers in no format that Accept names.";
      case 409 -> "Not possible in this state.";
      case 415 -> "This address reads application/json only.";
      case 500 ->
          "The service failed; its operators see why. Try again with the same Idempotency-Key, or after reading the state anew.";
      case 503 -> NOT_NOW;
      default -> title + ".";
    };
  }
}
