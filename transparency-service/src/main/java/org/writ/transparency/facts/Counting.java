package org.writ.transparency.facts;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.writ.eventlog.Event;
import org.writ.events.disclosure.AccessClosed;
import org.writ.events.disclosure.AccessReinstated;
import org.writ.events.disclosure.AccessSuspended;
import org.writ.events.disclosure.AccountBarred;
import org.writ.events.disclosure.AccountReadmitted;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.disclosure.ClientsApproved;
import org.writ.events.disclosure.ClientsProposed;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;
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
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyCertificateReplaced;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyRegistered;
import org.writ.events.intake.AgencyRegistrationRejected;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencyReinstatementProposed;
import org.writ.events.intake.AgencySuspended;
import org.writ.events.intake.AgencyWebhookRemoved;
import org.writ.events.intake.AgencyWebhookSet;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.HandoverAcknowledgementRefused;
import org.writ.events.intake.HandoverMessageAnswered;
import org.writ.events.intake.HandoverObjectKept;
import org.writ.events.intake.HandoverPackageAcknowledged;
import org.writ.events.intake.OfficerBlocked;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.events.intake.OfficerUnblocked;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
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
import org.writ.events.review.ClarificationRequested;
import org.writ.events.review.ConflictDeclared;
import org.writ.events.review.ConflictEnded;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.DisagreementSettled;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.events.review.PolicyActivated;
import org.writ.events.review.PolicyProposed;
import org.writ.events.review.SafeguardsConfirmed;
import org.writ.events.review.SafeguardsProposed;
import org.writ.events.review.SecondReviewClaimed;
import org.writ.events.review.SecondReviewDrawn;
import org.writ.events.review.SecondReviewDropped;
import org.writ.events.review.SecondReviewGiven;

/** How events change what is known of a request. Pure; no field of a sealed part is looked at. */
final class Counting {

  private Counting() {}

  /**
   * The facts after an event.
   *
   * @throws IllegalArgumentException if the event's type is unknown: it may have to be counted
   */
  static RequestFacts apply(RequestFacts facts, Event event) {
    Instant at = event.envelope().time();
    return switch (event.data()) {
      case RequestSubmitted submitted -> facts.submitted(submitted);
      case RequestProgressed progressed ->
          progressed.getStatus() == RequestStatus.WITHDRAWN ? facts.withdrawn(at) : facts;
      case CaseDecided decided -> facts.decided(decided, at);
      case PackagePrepared prepared -> facts.prepared(prepared, at);
      case NoDataFound nothing -> facts.nothingFound(nothing, at);
      case RequestWithdrawn _ -> facts.withdrawn(at);
      case AgencyRegistered registered -> facts;
      case CaseOpened opened -> facts;
      case CaseClaimed claimed -> facts;
      case CaseReleased released -> facts;
      case CaseReassigned _ -> facts;
      case CaseEscalated _ -> facts;
      case CaseReopened _ -> facts.reopened();
      case CaseRead read -> facts;
      case DeliveryOpened opened -> facts;
      case PackageFetched _ -> facts.fetched();
      case DeliveryAcknowledged acknowledged -> facts;
      case AcknowledgementRefused _ -> facts;
      case DeliveryExpired expired -> facts;
      case AgencyApproved _ -> facts;
      case AgencyRegistrationRejected _ -> facts;
      case AgencyCertificateReplaced _ -> facts;
      case AgencyWebhookSet _ -> facts;
      case AgencyWebhookRemoved _ -> facts;
      case AgencySuspended _ -> facts;
      case AgencyReinstatementProposed _ -> facts;
      case AgencyReinstated _ -> facts;
      case AgencyClosed _ -> facts;
      case OfficerFirstSeen _ -> facts;
      case OfficerBlocked _ -> facts;
      case OfficerUnblocked _ -> facts;
      case ClarificationAsked _ -> facts;
      case ClarificationAnswered _ -> facts;
      case RequestSupplemented _ -> facts;
      case RequestFrozen _ -> facts;
      case RequestUnfrozen _ -> facts;
      case DocumentReceived _ -> facts;
      case DocumentScanned _ -> facts;
      case PreservationExtended _ -> facts;
      case OrderOverdue _ -> facts.overdue();
      case HandoverMessageAnswered _ -> facts;
      case HandoverObjectKept _ -> facts;
      case HandoverPackageAcknowledged _ -> facts;
      case HandoverAcknowledgementRefused _ -> facts;
      case DecisionProposed _ -> facts;
      case DecisionObjected _ -> facts;
      case ClarificationRequested _ -> facts;
      case ClarificationReceived _ -> facts;
      case CaseSupplemented _ -> facts;
      case CaseDocumentAdded _ -> facts;
      case CaseDocumentScanned _ -> facts;
      case CallBackRecorded call -> callBack(call).map(facts::called).orElse(facts);
      case CaseWithdrawn _ -> facts;
      case CaseFrozen _ -> facts;
      case CaseUnfrozen _ -> facts;
      case EmergencyOrderOverdue _ -> facts;
      case PolicyProposed _ -> facts;
      case PolicyActivated _ -> facts;
      case SafeguardsProposed _ -> facts;
      case SafeguardsConfirmed _ -> facts;
      case ConflictDeclared _ -> facts;
      case ConflictEnded _ -> facts;
      case SecondReviewDrawn _ -> facts;
      case SecondReviewClaimed _ -> facts;
      case SecondReviewGiven _ -> facts;
      case SecondReviewDropped _ -> facts;
      case DisagreementSettled _ -> facts;
      case DeliveryWithdrawn _ -> facts.handedBack();
      case DeliveryFrozen _ -> facts;
      case DeliveryUnfrozen _ -> facts;
      case DataPreserved _ -> facts.preserved(at);
      case NothingPreserved _ -> facts.nothingPreserved(at);
      case PreservationOpened _ -> facts;
      case PreservationProlonged _ -> facts;
      case PreservationExpired _ -> facts;
      case PreservationWithdrawn _ -> facts;
      case PreservationFrozen _ -> facts;
      case PreservationUnfrozen _ -> facts;
      case ClientsProposed _ -> facts;
      case ClientsApproved _ -> facts;
      case AccessSuspended _ -> facts;
      case AccessReinstated _ -> facts;
      case AccessClosed _ -> facts;
      case AccountBarred _ -> facts;
      case AccountReadmitted _ -> facts;
      default ->
          throw new IllegalArgumentException(
              "Expected an event that is known here, found " + event.envelope().type());
    };
  }

  /** An open vocabulary: what a later version adds says nothing here. */
  private static Optional<CallBack> callBack(CallBackRecorded call) {
    return Arrays.stream(CallBack.values())
        .filter(known -> known.name().equals(call.getOutcome()))
        .findFirst();
  }
}
