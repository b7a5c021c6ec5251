package org.writ.review.casework;

import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDocumentAdded;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseEscalated;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
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
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;
import org.writ.review.casework.CaseState.Unopened;
import org.writ.review.casework.CaseState.Withdrawn;
import org.writ.review.casework.Matter.CallBack;

/**
 * How a case stands: who holds it, and what else there is about it. It says which event may follow
 * on which.
 *
 * <p>What the agency does (documents, answers, withdrawal) and what befalls it (suspension) comes
 * on a road of its own and can meet a case in any state, a decided one included: an answer can
 * cross a decision, an order follows an emergency that is decided long since. Such events are kept
 * for the readers, and change what still can be changed. What reviewers do needs the state that it
 * was decided upon.
 */
record Standing(CaseState state, Matter matter) {

  /** Before there is a case. */
  static final Standing UNOPENED = new Standing(new Unopened(), Matter.NONE);

  /** How it stands at the given time, as reviewers see it. */
  CaseStatus status(Instant now) {
    return switch (state) {
      case Decided _ -> CaseStatus.DECIDED;
      case Withdrawn _ -> CaseStatus.WITHDRAWN;
      case Unopened _, Open _, Claimed _ -> {
        if (matter.proposedBy() != null) {
          yield CaseStatus.AWAITING_SECOND_PERSON;
        }
        if (matter.question() != null) {
          yield CaseStatus.CLARIFICATION_REQUESTED;
        }
        yield state instanceof Claimed claimed && claimed.holds(now)
            ? CaseStatus.CLAIMED
            : CaseStatus.OPEN;
      }
    };
  }

  /** Whether it still waits for a decision. */
  boolean waits() {
    return state instanceof Open || state instanceof Claimed;
  }

  /**
   * How it stands after an event.
   *
   * @param eventId the event's ce_id
   * @throws IllegalArgumentException if the event is unknown or cannot follow
   */
  Standing after(String eventId, SpecificRecord event) {
    return switch (event) {
      case CaseOpened _ when state instanceof Unopened -> in(new Open());
      case CaseClaimed claimed when isOpenTo(claimed.getHolder()) ->
          in(new Claimed(claimed.getHolder(), claimed.getLeaseUntil()));
      case CaseReassigned reassigned when isAssignable(reassigned) ->
          in(
              reassigned.getHolder() == null || reassigned.getLeaseUntil() == null
                  ? new Open()
                  : new Claimed(reassigned.getHolder(), reassigned.getLeaseUntil()));
      case CaseReleased released when isHeldBy(released.getHolder()) -> in(new Open());
      case CaseRead read when read.getLeaseUntil() != null && isHeldBy(read.getReader()) ->
          in(new Claimed(read.getReader(), read.getLeaseUntil()));
      case CaseRead read when read.getLeaseUntil() == null && isOpened() -> this;
      case CaseDecided decided when isDecidable(decided) ->
          new Standing(new Decided(decided.getOutcome()), matter.settled());
      case DecisionProposed proposed
          when isHeldBy(proposed.getProposedBy()) && matter.proposedBy() == null ->
          new Standing(new Open(), matter.proposed(proposed.getProposedBy()));
      case DecisionObjected objected when isSecond(objected.getObjectedBy()) ->
          new Standing(new Open(), matter.proposed(null));
      case CaseReopened reopened when isAppealable(reopened) ->
          new Standing(
              new Open(),
              matter.appealed(
                  new Matter.Appeal(reopened.getDecidedBy(), reopened.getConfirmedBy())));
      case ClarificationRequested asked
          when isHeldBy(asked.getAskedBy()) && matter.question() == null ->
          with(matter.asked(eventId));
      case CallBackRecorded call when isHeldBy(call.getCalledBy()) ->
          with(matter.called(CallBack.valueOf(call.getOutcome())));
      default -> afterOthers(event);
    };
  }

  /** What came from outside. */
  private Standing afterOthers(SpecificRecord event) {
    return switch (event) {
      case ClarificationReceived answer when isOpened() ->
          answer.getQuestion().equals(matter.question()) ? with(matter.asked(null)) : this;
      case CaseSupplemented _ when isOpened() -> this;
      case CaseDocumentAdded _ when isOpened() -> this;
      case CaseDocumentScanned _ when isOpened() -> this;
      case EmergencyOrderOverdue _ when isOpened() -> this;
      case CaseEscalated _ when waits() -> this;
      case CaseFrozen frozen when isOpened() -> with(matter.frozen(frozen.getSuspension()));
      case CaseUnfrozen unfrozen when unfrozen.getSuspension().equals(matter.suspension()) ->
          with(matter.frozen(null));
      case CaseWithdrawn withdrawn
          when isOpened()
              && !(state instanceof Withdrawn)
              && withdrawn.getWasDecided() == (state instanceof Decided) ->
          new Standing(new Withdrawn(withdrawn.getWasDecided()), matter.settled());
      default ->
          throw new IllegalArgumentException(
              "%s cannot follow on the state %s"
                  .formatted(event.getSchema().getName(), state.getClass().getSimpleName()));
    };
  }

  private boolean isAssignable(CaseReassigned reassigned) {
    String holder = reassigned.getHolder();
    return holder == null ? waits() : isOpenTo(holder);
  }

  /** Whoever proposed a decision that waits, or decided what is appealed against, holds it not. */
  private boolean isOpenTo(String person) {
    return waits() && !person.equals(matter.proposedBy()) && !matter.isAppealAgainst(person);
  }

  /** One person decides, or a second one confirms what the first proposed. */
  private boolean isDecidable(CaseDecided decided) {
    String confirmedBy = decided.getConfirmedBy();
    return confirmedBy == null
        ? matter.proposedBy() == null && isHeldBy(decided.getDecidedBy())
        : Objects.equals(matter.proposedBy(), decided.getDecidedBy()) && isSecond(confirmedBy);
  }

  /** Whether a proposal waits that somebody else made. */
  private boolean isSecond(@Nullable String person) {
    return waits()
        && matter.proposedBy() != null
        && !matter.proposedBy().equals(person)
        && (person == null || !matter.isAppealAgainst(person));
  }

  /** What was refused as a whole, by another person than those who decided. */
  private boolean isAppealable(CaseReopened reopened) {
    return state.equals(new Decided(CaseOutcome.REFUSED))
        && !reopened.getReopenedBy().equals(reopened.getDecidedBy())
        && !reopened.getReopenedBy().equals(reopened.getConfirmedBy());
  }

  private boolean isOpened() {
    return !(state instanceof Unopened);
  }

  private boolean isHeldBy(String person) {
    return state instanceof Claimed claimed && claimed.holder().equals(person);
  }

  private Standing in(CaseState next) {
    return new Standing(next, matter);
  }

  private Standing with(Matter next) {
    return new Standing(state, next);
  }
}
