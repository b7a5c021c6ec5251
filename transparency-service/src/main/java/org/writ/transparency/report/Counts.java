package org.writ.transparency.report;

import java.util.ArrayList;
import java.util.List;
import org.writ.transparency.facts.Outcome;
import org.writ.transparency.facts.Tally;

/**
 * The numbers of some requests; the names are the report's contract, {@link Measure} says what each
 * counts. {@code received} is the sum of the seven outcomes; the three about emergencies are among
 * them.
 */
public record Counts(
    long received,
    long accountsSpecified,
    long fulfilled,
    long fulfilledInPart,
    long refused,
    long noData,
    long preserved,
    long withdrawn,
    long pending,
    long accountsDisclosed,
    long emergencies,
    long emergencyCallBacksFailed,
    long emergencyOrdersOverdue) {

  static Counts of(List<Tally> tallies) {
    return new Counts(
        tallies.stream().mapToLong(Tally::requests).sum(),
        tallies.stream().mapToLong(Tally::accountsSpecified).sum(),
        requests(tallies, Outcome.FULFILLED),
        requests(tallies, Outcome.FULFILLED_IN_PART),
        requests(tallies, Outcome.REFUSED),
        requests(tallies, Outcome.NO_DATA),
        requests(tallies, Outcome.PRESERVED),
        requests(tallies, Outcome.WITHDRAWN),
        requests(tallies, Outcome.PENDING),
        tallies.stream().mapToLong(Tally::accountsDisclosed).sum(),
        tallies.stream().mapToLong(Tally::emergencies).sum(),
        tallies.stream().mapToLong(Tally::callBacksFailed).sum(),
        tallies.stream().mapToLong(Tally::ordersOverdue).sum());
  }

  private static long requests(List<Tally> tallies, Outcome outcome) {
    return tallies.stream()
        .filter(tally -> tally.outcome() == outcome)
        .mapToLong(Tally::requests)
        .sum();
  }

  /** Requests that data was made available for, wholly or in part. */
  public long withData() {
    return fulfilled + fulfilledInPart;
  }

  /** The number that a measure names. */
  public long get(Measure measure) {
    return switch (measure) {
      case RECEIVED -> received;
      case ACCOUNTS_SPECIFIED -> accountsSpecified;
      case FULFILLED -> fulfilled;
      case FULFILLED_IN_PART -> fulfilledInPart;
      case REFUSED -> refused;
      case NO_DATA -> noData;
      case PRESERVED -> preserved;
      case WITHDRAWN -> withdrawn;
      case PENDING -> pending;
      case ACCOUNTS_DISCLOSED -> accountsDisclosed;
      case EMERGENCIES -> emergencies;
      case EMERGENCY_CALL_BACKS_FAILED -> emergencyCallBacksFailed;
      case EMERGENCY_ORDERS_OVERDUE -> emergencyOrdersOverdue;
    };
  }

  /** All numbers, in the order of the measures. */
  public List<Long> all() {
    var all = new ArrayList<Long>();
    for (Measure measure : Measure.values()) {
      all.add(get(measure));
    }
    return List.copyOf(all);
  }
}
