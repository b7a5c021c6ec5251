package org.writ.transparency.report;

/** The numbers of a report, each with its name in JSON and CSV and what exactly it counts. */
public enum Measure {
  RECEIVED(
      "received",
      "Requests received",
      "Requests that the service accepted for review within the period. A request counts under the"
          + " country of the agency that submitted it."),
  ACCOUNTS_SPECIFIED(
      "accountsSpecified",
      "Accounts specified",
      "Accounts that these requests name, by phone number, user name, account id or IP address. An"
          + " account that two requests name, or one request names twice, counts twice; whether it"
          + " exists does not matter."),
  FULFILLED(
      "fulfilled",
      "Fulfilled",
      "Requests of which everything that was asked for was approved, and data of every account"
          + " named was made available to the agency, whether or not the agency then fetched it."
          + " What it took back unfetched counts as withdrawn."),
  FULFILLED_IN_PART(
      "fulfilledInPart",
      "Fulfilled in part",
      "Requests of which data was made available, but less than was asked for: some accounts, data"
          + " types or periods were refused, or not all accounts had data."),
  REFUSED("refused", "Refused", "Requests of which nothing was approved."),
  NO_DATA(
      "noData",
      "No data",
      "Requests of which something was approved, but none of the approved data is held."),
  PRESERVED(
      "preserved",
      "Preserved",
      "Orders to preserve data upon which a copy was put aside, whether or not its time is over by"
          + " now. Nothing is disclosed upon such an order."),
  WITHDRAWN(
      "withdrawn",
      "Withdrawn",
      "Requests that the agency took back before it had any data; what was prepared by then was"
          + " deleted."),
  PENDING("pending", "Pending", "Requests that have none of these outcomes yet."),
  ACCOUNTS_DISCLOSED(
      "accountsDisclosed",
      "Accounts disclosed",
      "Accounts of which data was made available, counted once per request. Of an account that was"
          + " asked about under several names in one request, data is counted once."),
  EMERGENCIES(
      "emergencies",
      "Emergencies",
      "Requests received that named a danger to life, limb or safety instead of an order. They are"
          + " among the requests received and have one of the outcomes before."),
  EMERGENCY_CALL_BACKS_FAILED(
      "emergencyCallBacksFailed",
      "Emergencies not confirmed",
      "Emergencies that the agency did not confirm when it was called at the number on file about"
          + " it: it denied them, or nobody had been reached when they were decided. Nothing of"
          + " them is disclosed."),
  EMERGENCY_ORDERS_OVERDUE(
      "emergencyOrdersOverdue",
      "Emergency orders overdue",
      "Emergencies whose order did not follow within the time that the service sets, whether or not"
          + " it came later and whatever was decided.");

  private final String key;
  private final String title;
  private final String definition;

  Measure(String key, String title, String definition) {
    this.key = key;
    this.title = title;
    this.definition = definition;
  }

  /** Its name in JSON and CSV. */
  public String key() {
    return key;
  }

  /** Its name on pages. */
  public String title() {
    return title;
  }

  /** What it counts, in a sentence or two. */
  public String definition() {
    return definition;
  }
}
