package org.writ.intake.request;

import java.time.Instant;
import java.util.Map;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.request.RequestState.Answered;
import org.writ.intake.request.RequestState.Approved;
import org.writ.intake.request.RequestState.Available;
import org.writ.intake.request.RequestState.Clarifying;
import org.writ.intake.request.RequestState.ItemState;
import org.writ.intake.request.RequestState.Preserved;
import org.writ.intake.request.RequestState.Received;
import org.writ.intake.request.RequestState.Refused;
import org.writ.intake.request.RequestState.UnderReview;
import org.writ.intake.request.RequestState.Withdrawn;

/**
 * The states of a request with the items {@code a} and {@code b}, and the delivery {@code d-1}
 * where there is one. The early ones did not hear of the decision yet.
 */
final class RequestStates {

  private static final ItemState OPEN = new ItemState(null, null);
  private static final ItemState APPROVED = new ItemState(ItemResult.APPROVED, null);
  private static final ItemState REFUSED = new ItemState(ItemResult.REFUSED, null);
  private static final ItemState DISCLOSED = new ItemState(null, ItemResult.DISCLOSED);
  private static final ItemState BOTH = new ItemState(ItemResult.APPROVED, ItemResult.DISCLOSED);

  static final RequestState RECEIVED = new Received(items(OPEN, OPEN));
  static final RequestState UNDER_REVIEW = new UnderReview(items(OPEN, OPEN));
  static final RequestState PARTLY =
      new Approved(items(APPROVED, REFUSED), RequestStatus.PARTLY_APPROVED);
  static final RequestState REFUSED_ALL = new Refused(items(REFUSED, REFUSED));
  static final RequestState AVAILABLE = new Available(items(BOTH, REFUSED), "d-1");
  static final RequestState AVAILABLE_EARLY = new Available(items(DISCLOSED, OPEN), "d-1");
  static final RequestState DELIVERED = new Answered(items(BOTH, REFUSED), RequestStatus.DELIVERED);
  static final RequestState DELIVERED_EARLY =
      new Answered(items(DISCLOSED, OPEN), RequestStatus.DELIVERED);
  static final RequestState NO_DATA =
      new Answered(
          items(new ItemState(ItemResult.APPROVED, ItemResult.NO_DATA), REFUSED),
          RequestStatus.NO_DATA);

  static final Instant UNTIL = Instant.parse("2027-01-31T12:00:00Z");
  static final RequestState CLARIFYING = new Clarifying(items(OPEN, OPEN));
  static final RequestState WITHDRAWN = new Withdrawn(items(OPEN, OPEN));
  static final RequestState PRESERVED = new Preserved(items(APPROVED, REFUSED), UNTIL);
  static final RequestState PRESERVED_EARLY = new Preserved(items(OPEN, OPEN), UNTIL);

  private RequestStates() {}

  private static Map<String, ItemState> items(ItemState a, ItemState b) {
    return Map.of("a", a, "b", b);
  }
}
