package org.writ.disclosure.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.writ.disclosure.access.FollowAgency;
import org.writ.disclosure.account.AccountActivity;
import org.writ.disclosure.delivery.AcknowledgeDelivery;
import org.writ.disclosure.delivery.OpenDelivery;
import org.writ.disclosure.delivery.StopDelivery;
import org.writ.disclosure.preservation.ChangePreservation;
import org.writ.disclosure.preservation.OpenPreservation;
import org.writ.eventlog.Event;
import org.writ.eventlog.Inputs;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.HandoverAcknowledgementRefused;
import org.writ.events.intake.HandoverMessageAnswered;
import org.writ.events.intake.HandoverObjectKept;
import org.writ.events.intake.HandoverPackageAcknowledged;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
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
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.EmergencyOrderOverdue;

/** What this service does on the events of the platform, of review and of intake. */
@ApplicationScoped
class DisclosureInputs implements Inputs {

  private final AccountActivity accounts;
  private final OpenDelivery openDelivery;
  private final StopDelivery stopDelivery;
  private final FollowAgency followAgency;
  private final AcknowledgeDelivery acknowledgeDelivery;
  private final OpenPreservation openPreservation;
  private final ChangePreservation changePreservation;

  DisclosureInputs(
      AccountActivity accounts,
      OpenDelivery openDelivery,
      StopDelivery stopDelivery,
      FollowAgency followAgency,
      AcknowledgeDelivery acknowledgeDelivery,
      OpenPreservation openPreservation,
      ChangePreservation changePreservation) {
    this.accounts = accounts;
    this.openDelivery = openDelivery;
    this.stopDelivery = stopDelivery;
    this.followAgency = followAgency;
    this.acknowledgeDelivery = acknowledgeDelivery;
    this.openPreservation = openPreservation;
    this.changePreservation = changePreservation;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(
        Topic.PLATFORM_ACCOUNT_ACTIVITY,
        Topic.REVIEW_CASES,
        Topic.INTAKE_AGENCIES,
        Topic.INTAKE_HANDOVERS,
        Topic.INTAKE_REQUESTS);
  }

  @Override
  public void on(Event input) {
    on(List.of(input));
  }

  /**
   * Account activity comes in masses and is taken in together; the topics do not depend on each
   * other.
   */
  @Override
  public void on(List<Event> batch) {
    List<SpecificRecord> activities =
        batch.stream()
            .filter(input -> input.topic() == Topic.PLATFORM_ACCOUNT_ACTIVITY)
            .map(Event::data)
            .toList();
    if (!activities.isEmpty()) {
      accounts.takeIn(activities);
    }
    batch.stream()
        .filter(input -> input.topic() != Topic.PLATFORM_ACCOUNT_ACTIVITY)
        .forEach(this::onOther);
  }

  private void onOther(Event input) {
    switch (input.topic()) {
      case REVIEW_CASES -> onCase(input);
      case INTAKE_HANDOVERS -> onHandover(input);
      case INTAKE_AGENCIES -> followAgency.on(input);
      case INTAKE_REQUESTS -> onRequest(input);
      case INTAKE_KEYS,
          REVIEW_CONFLICTS,
          REVIEW_QUALITY,
          DISCLOSURE_ACCESS,
          DISCLOSURE_DELIVERIES,
          TRANSPARENCY_LEDGER,
          PLATFORM_ACCOUNT_ACTIVITY ->
          throw new IllegalArgumentException("Disclosure does not follow " + input.topic());
    }
  }

  private void onHandover(Event input) {
    switch (input.data()) {
      case HandoverPackageAcknowledged acknowledged ->
          acknowledgeDelivery.acknowledge(input, acknowledged);
      case HandoverMessageAnswered _, HandoverObjectKept _, HandoverAcknowledgementRefused _ -> {
        // Intake's own affair; what is submitted there comes from review, decided.
      }
      default -> throw new IllegalArgumentException("Unknown type " + input.envelope().type());
    }
  }

  private void onRequest(Event input) {
    switch (input.data()) {
      case PreservationExtended extended -> changePreservation.prolong(input, extended);
      case RequestSubmitted _,
          RequestProgressed _,
          ClarificationAsked _,
          ClarificationAnswered _,
          RequestSupplemented _,
          RequestWithdrawn _,
          RequestFrozen _,
          RequestUnfrozen _,
          DocumentReceived _,
          DocumentScanned _,
          OrderOverdue _ -> {
        // What is asked, withdrawn and frozen comes from review, in the order of its decisions.
      }
      default -> throw new IllegalArgumentException("Unknown type " + input.envelope().type());
    }
  }

  /** A request has a delivery, or a preservation, or neither: the other finds nothing to do. */
  private void onCase(Event input) {
    switch (input.data()) {
      case CaseDecided decision -> {
        openDelivery.carryOut(input, decision);
        openPreservation.carryOut(input, decision);
      }
      case CaseWithdrawn _ -> {
        stopDelivery.withdraw(input);
        changePreservation.withdraw(input);
      }
      case CaseFrozen frozen -> {
        stopDelivery.freeze(input, frozen);
        changePreservation.freeze(input, frozen);
      }
      case CaseUnfrozen unfrozen -> {
        stopDelivery.unfreeze(input, unfrozen);
        changePreservation.unfreeze(input, unfrozen);
      }
      case CaseOpened _,
          CaseClaimed _,
          CaseReleased _,
          CaseReassigned _,
          CaseEscalated _,
          CaseRead _,
          CaseReopened _,
          DecisionProposed _,
          DecisionObjected _ -> {
        // Nothing is disclosed before it is decided; what is re-opened was refused, and had no
        // delivery.
      }
      case ClarificationRequested _,
          ClarificationReceived _,
          CaseSupplemented _,
          CaseDocumentAdded _,
          CaseDocumentScanned _,
          CallBackRecorded _,
          EmergencyOrderOverdue _ -> {
        // What a decision rests on, and what follows it up, is review's affair.
      }
      default -> throw new IllegalArgumentException("Unknown type " + input.envelope().type());
    }
  }
}
