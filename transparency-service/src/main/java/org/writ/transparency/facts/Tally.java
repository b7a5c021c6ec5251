package org.writ.transparency.facts;

/**
 * How many requests with the same country, process and outcome were received in a period.
 *
 * @param country ISO 3166-1 alpha-2
 * @param process such as {@code COURT_ORDER}
 * @param outcome what became of them so far
 * @param requests number of requests
 * @param accountsSpecified accounts that they name
 * @param accountsDisclosed accounts of which data was made available
 * @param callBacksFailed emergencies that the agency did not confirm
 * @param ordersOverdue emergencies whose order did not follow in time
 */
public record Tally(
    String country,
    String process,
    Outcome outcome,
    long requests,
    long accountsSpecified,
    long accountsDisclosed,
    long callBacksFailed,
    long ordersOverdue) {

  private static final String EMERGENCY = "EMERGENCY";

  /** How many of the requests are emergencies: all or none. */
  public long emergencies() {
    return process.equals(EMERGENCY) ? requests : 0;
  }
}
