package org.writ.intake.hi1;

import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;

/**
 * The statuses that the receiver gives objects, by the standard's names. Each is derived from how
 * far the request has come, whenever somebody looks; nothing else is kept of it.
 */
enum ObjectStatus {
  AWAITING_APPROVAL("AwaitingApproval", false),
  AWAITING_DISCLOSURE("AwaitingDisclosure", false),
  AWAITING_PRESERVATION("AwaitingPreservation", false),
  APPROVED("Approved", false),
  REJECTED("Rejected", true),
  DISCLOSED("Disclosed", true),
  DISCLOSURE_NOT_AVAILABLE("DisclosureNotAvailable", true),
  PRESERVED("Preserved", false),
  PRESERVATION_NOT_AVAILABLE("PreservationNotAvailable", true),
  EXPIRED("Expired", true),
  CANCELLED("Cancelled", true);

  private final String term;
  private final boolean isFinal;

  ObjectStatus(String term, boolean isFinal) {
    this.term = term;
    this.isFinal = isFinal;
  }

  /** As in the standard's dictionaries. */
  String term() {
    return term;
  }

  /**
   * Whether its owner can do nothing more with such an object. A refused request may be reviewed
   * once more; then its objects are not at their end any more.
   */
  boolean isFinal() {
    return isFinal;
  }

  /** The status of an Authorisation whose request has this one. */
  static ObjectStatus ofAuthorisation(RequestStatus request) {
    return switch (request) {
      case RECEIVED, UNDER_REVIEW, CLARIFICATION_REQUESTED -> AWAITING_APPROVAL;
      case APPROVED, PARTLY_APPROVED, NO_DATA, AVAILABLE, DELIVERED, PRESERVED -> APPROVED;
      case REFUSED -> REJECTED;
      case EXPIRED -> EXPIRED;
      case WITHDRAWN -> CANCELLED;
      case UNKNOWN -> throw unknown();
    };
  }

  /**
   * The status of an LDTask.
   *
   * @param request the status of its request
   * @param result the state of the item that it asks for; null if nothing is known of it
   */
  static ObjectStatus ofDisclosureTask(RequestStatus request, @Nullable ItemResult result) {
    if (request == RequestStatus.WITHDRAWN) {
      return CANCELLED;
    }
    return switch (result) {
      case null -> AWAITING_APPROVAL;
      case APPROVED -> AWAITING_DISCLOSURE;
      case REFUSED -> REJECTED;
      case DISCLOSED -> DISCLOSED;
      case NO_DATA -> DISCLOSURE_NOT_AVAILABLE;
      case UNKNOWN -> throw unknown();
    };
  }

  /**
   * The status of an LPTask.
   *
   * @param request the status of its request
   * @param result the state of the item that it asks for; null if nothing is known of it
   */
  static ObjectStatus ofPreservationTask(RequestStatus request, @Nullable ItemResult result) {
    return switch (request) {
      case WITHDRAWN -> CANCELLED;
      case PRESERVED -> result == ItemResult.REFUSED ? REJECTED : PRESERVED;
      case EXPIRED -> EXPIRED;
      case UNKNOWN -> throw unknown();
      case RECEIVED,
          UNDER_REVIEW,
          CLARIFICATION_REQUESTED,
          APPROVED,
          PARTLY_APPROVED,
          REFUSED,
          NO_DATA,
          AVAILABLE,
          DELIVERED ->
          switch (result) {
            case REFUSED -> REJECTED;
            case NO_DATA -> PRESERVATION_NOT_AVAILABLE;
            case null, default -> AWAITING_PRESERVATION;
          };
    };
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("A status of a later version cannot be shown");
  }
}
