package org.writ.intake.refusal;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.SpanQuery;
import org.writ.web.problem.Problems;

/**
 * Which span of time an agency asks about: twelve months, unless it says otherwise. A resource's
 * method takes it as a {@code @BeanParam}.
 *
 * @param from its begin, inclusive, as it was sent; null: twelve months before its end
 * @param to its end, exclusive, as it was sent; null: now
 */
public record RecentQuery(
    @Parameter(
            description = "Begin, inclusive (RFC 3339, UTC); absent: twelve months before the end")
        @QueryParam("from")
        @Nullable String from,
    @Parameter(description = "End, exclusive (RFC 3339, UTC); absent: now") @QueryParam("to")
        @Nullable String to) {

  private static final int MONTHS = 12;

  /**
   * Begin and end.
   *
   * @param from inclusive
   * @param to exclusive, and later
   */
  record Span(Instant from, Instant to) {}

  /**
   * What is asked about.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if one of them is no time in UTC, or
   *     the end is not later than the begin
   */
  Span span(Instant now) {
    var asked = new SpanQuery(from, to);
    Instant end = to == null ? now : asked.end();
    Instant begin =
        from == null ? end.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant() : asked.begin();
    if (!begin.isBefore(end)) {
      throw Problems.invalid("The query parameter to must be later than from.");
    }
    return new Span(begin, end);
  }
}
