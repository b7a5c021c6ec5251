package org.writ.web.list;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * Which span of time a caller asks about. A resource's method takes it as a {@code @BeanParam}.
 *
 * @param from its begin, inclusive, as it was sent; null: without bound
 * @param to its end, exclusive, as it was sent; null: without bound
 */
public record SpanQuery(
    @Parameter(description = "Begin, inclusive (RFC 3339, UTC); absent: without bound")
        @QueryParam("from")
        @Nullable String from,
    @Parameter(description = "End, exclusive (RFC 3339, UTC); absent: without bound")
        @QueryParam("to")
        @Nullable String to) {

  /** The first and the last time that the database can compare with. */
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * When it begins.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if that is no time in UTC
   */
  public Instant begin() {
    return time("from", from, FIRST);
  }

  /**
   * When it ends.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if that is no time in UTC
   */
  public Instant end() {
    return time("to", to, LAST);
  }

  private static Instant time(String parameter, @Nullable String text, Instant otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      Instant time = Instant.parse(text);
      if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
        return time;
      }
    } catch (DateTimeException notATime) {
      // Falls through to the same answer as a time that is out of range.
    }
    throw Problems.invalid(
        "The query parameter %s must be a time in UTC (RFC 3339), such as 2026-05-01T00:00:00Z."
            .formatted(parameter));
  }
}
