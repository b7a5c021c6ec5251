package org.writ.review.policy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * From where on a request is read narrowly.
 *
 * @param mostPeriod longest period of an item
 * @param mostItems most items of a request
 * @param citation the source that it rests on
 */
public record Breadth(Period mostPeriod, int mostItems, String citation) {

  /** The longest period in days, counted back from a time. */
  long mostPeriodDays(Instant until) {
    return days(mostPeriod, until);
  }

  /** How many days a period of the calendar has that ends at a time. */
  static long days(Period period, Instant until) {
    var end = until.atOffset(ZoneOffset.UTC);
    return ChronoUnit.DAYS.between(end.minus(period), end);
  }
}
