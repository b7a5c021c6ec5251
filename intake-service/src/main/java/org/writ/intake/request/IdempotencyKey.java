package org.writ.intake.request;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * The name that an agency gives to one submission, so that it can repeat it safely.
 *
 * @param value 1 to 200 visible ASCII characters
 */
public record IdempotencyKey(String value) {

  /** The header that carries it. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern SYNTAX = Pattern.compile("[!-~]{1,200}");

  /**
   * Reads the header.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is missing or not of that form
   */
  public static IdempotencyKey parse(@Nullable String header) {
    if (header == null || !SYNTAX.matcher(header).matches()) {
      throw Problems.malformed(
          "Send the header %s with 1 to 200 visible ASCII characters, new for each submission and the same when you repeat one."
              .formatted(HEADER));
    }
    return new IdempotencyKey(header);
  }
}
