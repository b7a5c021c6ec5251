package org.writ.intake.hi1;

import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;

/**
 * The statuses that the receiver gives objects, by the standard's names. Each is derived from how
 * far the request has come, whenever somebody looks; nothing else is kept of it.
 */
enum ObjectStatus {
  AWAITING_APPROVAL("AwaitingApproval", 0, false),
  AWAITING_DISCLOSURE("AwaitingDisclosure", 1, false),
  AWAITING_PRESERVATION("AwaitingPreservation", 0, false),
  APPROVED("Approved", 1, false),
  REJECTED("Rejected", 2, true),
  DISCLOSED("Disclosed", 3, true),
  DISCLOSURE_NOT_AVAILABLE("DisclosureNotAvailable", 3, true),
  PRESERVED("Preserved", 3, false),
  PRESERVATION_NOT_AVAILABLE("PreservationNotAvailable", 3, true),
  EXPIRED("Expired", 4, true),
  CANCELLED("Cancelled", 5, true);

  private final String term;
  private final int rank;
  private final boolean isFinal;

  ObjectStatus(String term, int rank, boolean isFinal) {
    this.term = term;
    this.rank = rank;
    this.isFinal = isFinal;
  }

  /** As in the standard's dictionaries. */
  String term() {
    return term;
  }

  /**
   * How many generations an object of this status is ahead of what its owner did with it. A status
   * that can follow another one has a greater rank, so that the generation rises with each.
   */
  int rank() {
    return rank;
  }

  /** Whether nothing more happens with such an object. */
  boolean isFinal() {
    return isFinal;
  }

  /**
   * The status of an Authorisation.
   *
   * @param cancelled whether its owner took it back
   * @param standing of its request; null if no task was created for it yet
   */
  static ObjectStatus ofAuthorisation(boolean cancelled, @Nullable RequestStanding standing) {
    if (standing == null) {
      return cancelled ? CANCELLED : AWAITING_APPROVAL;
    }
    return switch (standing.status()) {
      case RECEIVED, UNDER_REVIEW, CLARIFICATION_REQUESTED -> AWAITING_APPROVAL;
      case APPROVED, PARTLY_APPROVED, NO_DATA, AVAILABLE, DELIVERED, PRESERVED -> APPROVED;
      case REFUSED -> REJECTED;
      case EXPIRED -> EXPIRED;
      case WITHDRAWN -> CANCELLED;
      case UNKNOWN -> throw unknown();
    };
  }

  /** The status of an LDTask that asks for an item of a request. */
  static ObjectStatus ofDisclosureTask(RequestStanding standing, @Nullable String itemId) {
    if (standing.status() == RequestStatus.WITHDRAWN) {
      return CANCELLED;
    }
    var result = result(standing, itemId);
    return result == null
        ? AWAITING_APPROVAL
        : switch (result) {
          case APPROVED -> AWAITING_DISCLOSURE;
          case REFUSED -> REJECTED;
          case DISCLOSED -> DISCLOSED;
          case NO_DATA -> DISCLOSURE_NOT_AVAILABLE;
          case UNKNOWN -> throw unknown();
        };
  }

  /** The status of an LPTask that asks for an item of a request. */
  static ObjectStatus ofPreservationTask(RequestStanding standing, @Nullable String itemId) {
    return switch (standing.status()) {
      case WITHDRAWN -> CANCELLED;
      case PRESERVED -> result(standing, itemId) == ItemResult.REFUSED ? REJECTED : PRESERVED;
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
          switch (result(standing, itemId)) {
            case REFUSED -> REJECTED;
            case NO_DATA -> PRESERVATION_NOT_AVAILABLE;
            case null, default -> AWAITING_PRESERVATION;
          };
    };
  }

  private static @Nullable ItemResult result(RequestStanding standing, @Nullable String itemId) {
    var item = itemId == null ? null : standing.items().get(itemId);
    return item == null ? null : item.result();
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("A status of a later version cannot be shown");
  }
}
