package org.writ.disclosure.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Objects;

/**
 * Gives every problem {@code type}, {@code title}, {@code status} and {@code detail}. What is not
 * this service's own word is replaced: it could tell of our classes, or of persons.
 */
@ApplicationScoped
class ProblemCompletion implements ProblemPostProcessor {

  /** RFC 9457, section 4.2.1: no more is meant than what the status code says. */
  private static final URI BLANK = URI.create("about:blank");

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    String title = Objects.requireNonNullElse(problem.getTitle(), title(problem.getStatusCode()));
    String detail =
        problem.getDetail() != null && isOurs(context.cause)
            ? problem.getDetail()
            : detail(problem.getStatusCode(), title);
    return HttpProblem.builder(problem)
        .withType(Objects.requireNonNullElse(problem.getType(), BLANK))
        .withTitle(title)
        .withDetail(detail)
        .build();
  }

  /** Only what this service refuses itself is worded for the caller. */
  private static boolean isOurs(Throwable cause) {
    return cause instanceof HttpProblem || cause.getClass().getName().startsWith("org.writ.");
  }

  private static String title(int status) {
    Status known = Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  private static String detail(int status, String title) {
    return switch (status) {
      case 400 -> "The request cannot be understood.";
      case 403 -> "Your roles do not allow this.";
      case 404 -> "Nothing is found at this address.";
      case 405 -> "This address does not know the method.";
      case 415 -> "This address reads application/json.";
      case 500 -> "The service failed; its operators see why. It is safe to try again.";
      default -> title + ".";
    };
  }
}
