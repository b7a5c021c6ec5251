package org.writ.review.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;

/**
 * The period that a back-test is about: cases count by when their request was received.
 *
 * @param from start, inclusive
 * @param to end, exclusive; later than the start
 */
@Schema(name = "BacktestPeriod")
public record BacktestPeriod(Instant from, Instant to) {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59.999Z");

  public static Reading<BacktestPeriod> read(JsonNode body) {
    return Reading.of(body, BacktestPeriod::read);
  }

  private static @Nullable BacktestPeriod read(Members members) {
    Instant from = required(members, "from");
    Instant to = required(members, "to");
    if (from != null && to != null && !from.isBefore(to)) {
      members.fault("to", "must be later than from");
    }
    return from == null || to == null ? null : new BacktestPeriod(from, to);
  }

  private static @Nullable Instant required(Members members, String name) {
    Instant time = members.optionalTime(name);
    if (time == null) {
      members.fault(name, "is required: a time in UTC (RFC 3339)");
    } else if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      members.fault(name, "must be in the years 2000 to 2999");
    }
    return time;
  }
}
