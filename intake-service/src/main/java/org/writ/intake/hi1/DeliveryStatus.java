package org.writ.intake.hi1;

import org.writ.intake.hi1.RequestStanding.Acknowledgement;
import org.writ.intake.hi1.RequestStanding.Package;

/**
 * The statuses of a package, by the standard's names. The agency says that it has received it, by
 * its hash; it is acknowledged once disclosure, whose package it is, says so.
 */
enum DeliveryStatus {
  AVAILABLE("Available"),
  RECEIVED("Received"),
  ACKNOWLEDGED("Acknowledged"),
  EXPIRED("Expired"),
  /** The agency's acknowledgement was refused; it may send another. */
  ERROR("Error");

  private final String term;

  DeliveryStatus(String term) {
    this.term = term;
  }

  /** As in the standard's dictionary. */
  String term() {
    return term;
  }

  /** Whether nothing more happens with the package. */
  boolean isFinal() {
    return this == ACKNOWLEDGED || this == EXPIRED;
  }

  /** The status of a request's package. */
  static DeliveryStatus of(RequestStanding standing, Package prepared) {
    return switch (standing.status()) {
      case DELIVERED -> ACKNOWLEDGED;
      case EXPIRED -> EXPIRED;
      case UNKNOWN,
          RECEIVED,
          UNDER_REVIEW,
          CLARIFICATION_REQUESTED,
          APPROVED,
          PARTLY_APPROVED,
          REFUSED,
          NO_DATA,
          AVAILABLE,
          PRESERVED,
          WITHDRAWN -> {
        Acknowledgement said = prepared.acknowledgement();
        yield said == null ? AVAILABLE : said.refusal() == null ? RECEIVED : ERROR;
      }
    };
  }
}
