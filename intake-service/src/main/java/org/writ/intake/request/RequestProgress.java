package org.writ.intake.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;
import org.writ.events.disclosure.ItemDisclosure;
import org.writ.events.disclosure.ItemPreservation;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.disclosure.PreservationFrozen;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.disclosure.PreservationUnfrozen;
import org.writ.events.disclosure.PreservationWithdrawn;
import org.writ.events.intake.DeliveryReference;
import org.writ.events.intake.ItemProgress;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDocumentAdded;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseEscalated;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReassigned;
import org.writ.events.review.CaseReleased;
import org.writ.events.review.CaseReopened;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
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
 * What an event of review or disclosure means for a request. Pure.
 *
 * <p>The status only moves forward, but for a refused request that is reviewed once more. A step
 * that is overtaken (see {@link RequestState}) still tells what became of the items, and leaves the
 * status alone. A step that contradicts what is known is an error: the event is parked for a person
 * to look at.
 */
final class RequestProgress {

  private RequestProgress() {}

  /**
   * Whether events of this type never tell the agency anything: who works on a case, what it is
   * told itself, and how often a package is fetched. Says so without the state, which is large.
   *
   * @param input of review.cases or disclosure.deliveries
   */
  static boolean isNoNews(SpecificRecord input) {
    return switch (input) {
      case CaseClaimed _,
          CaseReleased _,
          CaseReassigned _,
          CaseEscalated _,
          CaseRead _,
          DecisionProposed _,
          DecisionObjected _,
          ClarificationReceived _,
          CaseSupplemented _,
          CaseDocumentAdded _,
          CaseDocumentScanned _,
          CallBackRecorded _,
          CaseWithdrawn _,
          CaseFrozen _,
          CaseUnfrozen _,
          EmergencyOrderOverdue _,
          DeliveryOpened _,
          PackageFetched _,
          DeliveryWithdrawn _,
          DeliveryFrozen _,
          DeliveryUnfrozen _,
          PreservationOpened _,
          PreservationProlonged _,
          PreservationWithdrawn _,
          PreservationFrozen _,
          PreservationUnfrozen _ ->
          true;
      default -> false;
    };
  }

  /**
   * Decides what follows from an event.
   *
   * @return empty if the event tells the agency nothing new
   * @throws IllegalStateException if the event cannot happen in this state, or is of no known type
   */
  static Optional<RequestProgressed> decide(RequestState state, SpecificRecord input) {
    if (isNoNews(input)) {
      return Optional.empty();
    }
    return switch (input) {
      // What crossed a withdrawal on its way changes nothing; each topic's owner stops by itself.
      case CaseOpened _,
          CaseDecided _,
          CaseReopened _,
          PackagePrepared _,
          NoDataFound _,
          DataPreserved _,
          NothingPreserved _,
          PreservationExpired _,
          DeliveryAcknowledged _,
          DeliveryExpired _
          when state instanceof Withdrawn ->
          Optional.empty();
      case CaseOpened opened -> opened(state, opened);
      case CaseDecided decided -> Optional.of(decided(state, decided));
      case CaseReopened reopened -> Optional.of(reopened(state, reopened));
      case PackagePrepared prepared -> Optional.of(prepared(state, prepared));
      case NoDataFound nothing -> Optional.of(noData(state, nothing));
      case DataPreserved preserved -> preserved(state, preserved);
      case NothingPreserved nothing -> Optional.of(nothingPreserved(state, nothing));
      case PreservationExpired expired -> Optional.of(preservationExpired(state, expired));
      case DeliveryAcknowledged acknowledged ->
          Optional.of(
              ended(state, acknowledged, acknowledged.getDeliveryId(), RequestStatus.DELIVERED));
      case DeliveryExpired expired ->
          Optional.of(ended(state, expired, expired.getDeliveryId(), RequestStatus.EXPIRED));
      default -> throw impossible(state, input, "this type is not known here");
    };
  }

  private static Optional<RequestProgressed> opened(RequestState state, CaseOpened opened) {
    return switch (state) {
      case Received _ -> Optional.of(step(RequestStatus.UNDER_REVIEW, List.of()));
      case Available _, Answered _, Preserved _ when !state.isDecisionKnown() -> Optional.empty();
      case UnderReview _,
          Clarifying _,
          Approved _,
          Refused _,
          Available _,
          Answered _,
          Preserved _,
          Withdrawn _ ->
          throw impossible(state, opened, "the case is open already");
    };
  }

  private static RequestProgressed decided(RequestState state, CaseDecided decided) {
    var items = decided.getItems().stream().map(item -> progress(state, decided, item)).toList();
    if (!ids(items).equals(state.items().keySet()) || items.size() != state.items().size()) {
      throw impossible(state, decided, "its items are not those of the request");
    }
    RequestStatus status = statusOf(state, decided);
    return switch (state) {
      case UnderReview _, Clarifying _ -> step(status, items);
      case Available _, Answered _, Preserved _ when !state.isDecisionKnown() -> {
        if (status == RequestStatus.REFUSED) {
          throw impossible(state, decided, "disclosure has answered what is refused here");
        }
        yield step(state.status(), items);
      }
      case Received _ -> throw impossible(state, decided, "the case was never opened");
      case Approved _, Refused _, Available _, Answered _, Preserved _, Withdrawn _ ->
          throw impossible(state, decided, "the case is decided already");
    };
  }

  /** Only what was refused as a whole is reviewed once more; disclosure knows nothing of it. */
  private static RequestProgressed reopened(RequestState state, CaseReopened reopened) {
    if (state instanceof Refused) {
      return new RequestProgressed(
          RequestStatus.UNDER_REVIEW, List.of(), null, null, reopened.getDueAt());
    }
    throw impossible(state, reopened, "it is not refused");
  }

  private static RequestProgressed prepared(RequestState state, PackagePrepared prepared) {
    var items = prepared.getItems().stream().map(item -> progress(state, prepared, item)).toList();
    requireAwaited(state, prepared);
    var delivery =
        new DeliveryReference(
            prepared.getDeliveryId(),
            prepared.getSha256(),
            prepared.getSize(),
            prepared.getExpiresAt());
    return new RequestProgressed(RequestStatus.AVAILABLE, items, delivery, null, null);
  }

  private static RequestProgressed noData(RequestState state, NoDataFound nothing) {
    var items = nothing.getItems().stream().map(item -> progress(state, nothing, item)).toList();
    requireAwaited(state, nothing);
    return step(RequestStatus.NO_DATA, items);
  }

  private static void requireAwaited(RequestState state, SpecificRecord input) {
    switch (state) {
      case Received _, UnderReview _, Clarifying _, Approved _ -> {}
      case Refused _ -> throw impossible(state, input, "nothing was approved");
      case Available _, Answered _, Preserved _, Withdrawn _ ->
          throw impossible(state, input, "disclosure has answered");
    }
  }

  /**
   * Told again after an extension, or by a repetition; what the agency knows is never shortened.
   */
  private static Optional<RequestProgressed> preserved(
      RequestState state, DataPreserved preserved) {
    if (state instanceof Preserved(_, Instant known)) {
      return preserved.getUntil().isAfter(known)
          ? Optional.of(preserved(preserved, List.of()))
          : Optional.empty();
    }
    requireAwaited(state, preserved);
    return Optional.of(preserved(preserved, unheld(state, preserved, preserved.getItems())));
  }

  private static RequestProgressed preserved(DataPreserved preserved, List<ItemProgress> items) {
    return new RequestProgressed(RequestStatus.PRESERVED, items, null, preserved.getUntil(), null);
  }

  private static RequestProgressed nothingPreserved(RequestState state, NothingPreserved nothing) {
    var items = unheld(state, nothing, nothing.getItems());
    requireAwaited(state, nothing);
    return step(RequestStatus.NO_DATA, items);
  }

  /**
   * Whatever the agency was told about how long: the copy is deleted, and it hears so. An extension
   * that was granted and came too late there is over with it.
   */
  private static RequestProgressed preservationExpired(
      RequestState state, PreservationExpired expired) {
    if (state instanceof Preserved) {
      return step(RequestStatus.EXPIRED, List.of());
    }
    throw impossible(state, expired, "nothing is preserved");
  }

  /**
   * The items that nothing is held of. An order to preserve tells the agency nothing else, not even
   * why that is so: it would be told about the account.
   */
  private static List<ItemProgress> unheld(
      RequestState state, SpecificRecord input, List<ItemPreservation> items) {
    return items.stream()
        .filter(item -> isUnheld(state, input, item))
        .map(item -> new ItemProgress(item.getItemId(), ItemResult.NO_DATA, List.of(), null))
        .toList();
  }

  private static boolean isUnheld(RequestState state, SpecificRecord input, ItemPreservation item) {
    if (item(state, input, item.getItemId()).decision() == ItemResult.REFUSED) {
      throw impossible(state, input, "an item was refused");
    }
    return switch (item.getOutcome()) {
      case PRESERVED -> false;
      case NO_DATA -> true;
      case UNKNOWN -> throw impossible(state, input, "the outcome of an item is not known here");
    };
  }

  private static RequestProgressed ended(
      RequestState state, SpecificRecord input, String deliveryId, RequestStatus status) {
    if (state instanceof Available available && available.deliveryId().equals(deliveryId)) {
      return step(status, List.of());
    }
    throw impossible(state, input, "no such package is waiting");
  }

  private static ItemProgress progress(RequestState state, CaseDecided decided, ItemDecision item) {
    var known = item(state, decided, item.getItemId());
    return switch (item.getOutcome()) {
      case APPROVED -> progress(item, ItemResult.APPROVED, null);
      case REFUSED -> {
        if (known.disclosure() != null) {
          throw impossible(state, decided, "disclosure has answered an item that is refused here");
        }
        yield progress(item, ItemResult.REFUSED, item.getGround());
      }
      case UNKNOWN -> throw impossible(state, decided, "the outcome of an item is not known here");
    };
  }

  private static ItemProgress progress(
      ItemDecision item, ItemResult result, @Nullable String ground) {
    return new ItemProgress(item.getItemId(), result, item.getDataTypes(), ground);
  }

  private static ItemProgress progress(
      RequestState state, SpecificRecord input, ItemDisclosure item) {
    if (item(state, input, item.getItemId()).decision() == ItemResult.REFUSED) {
      throw impossible(state, input, "an item was refused");
    }
    var result =
        switch (item.getOutcome()) {
          case DISCLOSED -> ItemResult.DISCLOSED;
          case NO_DATA -> ItemResult.NO_DATA;
          case UNKNOWN ->
              throw impossible(state, input, "the outcome of an item is not known here");
        };
    return new ItemProgress(item.getItemId(), result, item.getDataTypes(), item.getReason());
  }

  private static ItemState item(RequestState state, SpecificRecord input, String itemId) {
    var item = state.items().get(itemId);
    if (item == null) {
      throw impossible(state, input, "it names an item that the request does not have");
    }
    return item;
  }

  /** The whole must say the same as its parts, or one of them is wrong. */
  private static RequestStatus statusOf(RequestState state, CaseDecided decided) {
    long approved =
        decided.getItems().stream()
            .filter(item -> item.getOutcome() == ItemOutcome.APPROVED)
            .count();
    boolean fits =
        switch (decided.getOutcome()) {
          case APPROVED, PARTLY_APPROVED -> approved > 0;
          case REFUSED -> approved == 0;
          case UNKNOWN -> false;
        };
    if (!fits) {
      throw impossible(state, decided, "its outcome does not fit its items");
    }
    return switch (decided.getOutcome()) {
      case APPROVED -> RequestStatus.APPROVED;
      case PARTLY_APPROVED -> RequestStatus.PARTLY_APPROVED;
      case REFUSED -> RequestStatus.REFUSED;
      case UNKNOWN -> throw impossible(state, decided, "its outcome is not known here");
    };
  }

  private static Set<String> ids(List<ItemProgress> items) {
    return items.stream().map(ItemProgress::getItemId).collect(Collectors.toSet());
  }

  private static RequestProgressed step(RequestStatus status, List<ItemProgress> items) {
    return new RequestProgressed(status, items, null, null, null);
  }

  private static IllegalStateException impossible(
      RequestState state, SpecificRecord input, String why) {
    return new IllegalStateException(
        "%s cannot follow in state %s (decision known: %s): %s"
            .formatted(
                input.getSchema().getFullName(), state.status(), state.isDecisionKnown(), why));
  }
}
