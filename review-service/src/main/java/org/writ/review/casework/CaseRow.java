package org.writ.review.casework;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.LazyGroup;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionProposed;

/**
 * A case; written by {@link CaseFold} alone. What is about persons stays sealed, as it came. Of a
 * case with tens of thousands of items a sealed part is several megabytes: it is read from the
 * database when it is asked for, and written when it changes. For that its columns are used in this
 * class alone, where Hibernate notices.
 *
 * @see Standing the part of it that says what may follow
 */
@Entity
@DynamicUpdate
@Table(name = "legal_case")
class CaseRow {

  @Id String id;

  @Column long version;

  /** Version after the last event that was more than a reading or an escalation. */
  @Column long changedVersion;

  @Column String agency;

  @Column String agencyName;

  @Column String country;

  @Column String process;

  @Column String regime;

  @Column String issuingAuthorityType;

  @Column String issuingAuthorityCountry;

  @Column LocalDate issuedOn;

  @Column @Nullable LocalDate validUntil;

  @Column String offenceCategory;

  @Column boolean suspectConfirmed;

  @Column Instant receivedAt;

  /** From when on the time to answer counts: the receipt, or the last re-opening. */
  @Column Instant clockFrom;

  @Column Instant dueAt;

  @Column Instant dueSoonFrom;

  @Column Instant urgentFrom;

  /** Steps of escalation that were told of since then, in order. */
  @Column private String escalated = "";

  /** When the next one comes; null if none does, as long as the case stands as it does. */
  @Column @Nullable Instant escalatesAt;

  @Column @Nullable LocalDate noticeDelayUntil;

  @Column String policyId;

  @Column String policyDigest;

  @Column int itemCount;

  @Column int blockingFindings;

  @Column int secondPersonFindings;

  @Column int notes;

  @Column String channel;

  @Column @Nullable String duplicateOf;

  @Column String callBackPhone;

  @Column boolean clarificationStopsClock;

  @Column @Nullable Instant objectionUntil;

  @Embedded @Nullable EmergencyColumns emergency;

  /** X.509, DER. */
  @Column byte[] recipientCertificate;

  /** CaseDetails. */
  @Basic(fetch = FetchType.LAZY)
  @LazyGroup("details")
  @Column
  private byte @Nullable [] sealed;

  /** The event that it was sealed for. */
  @Column String sealedEvent;

  @Column @Nullable String holder;

  @Column @Nullable Instant leaseUntil;

  /** Neither decided nor withdrawn. */
  @Column boolean waits;

  /**
   * Its status, whether somebody holds it or not: never {@link CaseStatus#CLAIMED}. For queries:
   * the database works it out from the columns beside it (V1082), as {@link Standing#status} does.
   */
  @Enumerated(EnumType.STRING)
  @Column(insertable = false, updatable = false)
  CaseStatus phase = CaseStatus.OPEN;

  @Column boolean decided;

  @Column boolean withdrawn;

  @Column @Nullable String suspension;

  @Column @Nullable String question;

  @Column @Nullable Instant clockStoppedAt;

  @Enumerated(EnumType.STRING)
  @Column
  Matter.@Nullable CallBack callBack;

  /** Opaque ids of all who decided or confirmed what was ever appealed against. */
  @Column private String formerDeciders = "";

  @Column boolean orderOverdue;

  @Embedded @Nullable ProposalColumns proposal;

  /** DecisionDetails of the proposal. */
  @Basic(fetch = FetchType.LAZY)
  @LazyGroup("proposal")
  @Column
  private byte @Nullable [] proposalSealed;

  @Enumerated(EnumType.STRING)
  @Column
  @Nullable CaseOutcome outcome;

  @Column @Nullable String decidedBy;

  @Column @Nullable String confirmedBy;

  @Column @Nullable Instant decidedAt;

  @Column @Nullable String decisionPolicyId;

  @Column @Nullable String decisionPolicyDigest;

  /** Rules whose findings the decision overrides; null if it overrides none. */
  @Column @Nullable String decisionOverrides;

  /** DecisionDetails. */
  @Basic(fetch = FetchType.LAZY)
  @LazyGroup("decision")
  @Column
  private byte @Nullable [] decisionSealed;

  /** The event that it was sealed for. */
  @Column @Nullable String decisionEvent;

  /** How it stands, by what the log says. */
  Standing standing() {
    return new Standing(
        state(),
        new Matter(
            suspension,
            question,
            proposal == null ? null : proposal.proposedBy,
            callBack,
            Set.copyOf(Words.split(formerDeciders))));
  }

  /** The decision that stands; null if none does. */
  Appealing.@Nullable Former decision() {
    return decisionEvent == null || decidedBy == null
        ? null
        : new Appealing.Former(decisionEvent, new Matter.Appeal(decidedBy, confirmedBy));
  }

  /** The time to answer begins anew, and so do the steps of escalation. */
  void restartClock(Instant from, Instant due) {
    clockFrom = from;
    escalated = "";
    due(due);
  }

  /** Forgets the decision, which stands no longer. */
  void forgetDecision() {
    decided = false;
    outcome = null;
    decidedBy = null;
    confirmedBy = null;
    decidedAt = null;
    decisionPolicyId = null;
    decisionPolicyDigest = null;
    decisionOverrides = null;
    decisionSealed = null;
    decisionEvent = null;
  }

  private CaseState state() {
    if (withdrawn) {
      return new CaseState.Withdrawn(outcome != null);
    }
    if (outcome != null) {
      return new CaseState.Decided(outcome);
    }
    return holder == null || leaseUntil == null
        ? new CaseState.Open()
        : new CaseState.Claimed(holder, leaseUntil);
  }

  /** Keeps how it stands now; a proposal is kept with its event. */
  void keep(Standing standing) {
    CaseState state = standing.state();
    waits = standing.waits();
    holder = state instanceof CaseState.Claimed claimed ? claimed.holder() : null;
    leaseUntil = state instanceof CaseState.Claimed claimed ? claimed.leaseUntil() : null;
    if (state instanceof CaseState.Decided decision) {
      outcome = decision.outcome();
      decided = true;
    }
    if (state instanceof CaseState.Withdrawn) {
      withdrawn = true;
      decided = false;
    }
    suspension = standing.matter().suspension();
    question = standing.matter().question();
    callBack = standing.matter().callBack();
    formerDeciders = Words.join(standing.matter().formerDeciders().stream().sorted().toList());
    if (question == null) {
      clockStoppedAt = null;
    }
    if (standing.matter().proposedBy() == null && proposal != null) {
      proposal = null;
      proposalSealed = null;
    }
    // Nobody is told of a time that is standing still, or while nothing can be done.
    boolean escalates = waits && suspension == null && clockStoppedAt == null;
    escalatesAt =
        escalates ? EscalationStep.next(clockFrom, dueAt, escalations()).orElse(null) : null;
  }

  /** Names of the steps of escalation that were told of, in order. */
  List<String> escalations() {
    return Words.split(escalated);
  }

  /**
   * Keeps that a step was told of.
   *
   * @throws IllegalArgumentException if it was before
   */
  void keepEscalation(String step) {
    var steps = new ArrayList<>(escalations());
    if (steps.contains(step)) {
      throw new IllegalArgumentException("A step of escalation is told of twice");
    }
    steps.add(step);
    escalated = Words.join(steps);
  }

  /** Keeps what is about persons in the event that opened the case. */
  void keepDetails(Event opened) {
    sealed = ciphertext(opened);
    sealedEvent = opened.envelope().id().toString();
  }

  /** Keeps a proposal. */
  void keep(ProposalColumns proposed, Event event) {
    proposal = proposed;
    proposalSealed = ciphertext(event);
  }

  /** Keeps what is about persons in the event of the decision. */
  void keepDecision(Event decided) {
    decisionSealed = ciphertext(decided);
    decisionEvent = decided.envelope().id().toString();
  }

  private static byte @Nullable [] ciphertext(Event event) {
    return event.sealed().map(Sealed::ciphertext).orElse(null);
  }

  /** When it has to be answered, and from when on that is soon. */
  void due(Instant at) {
    dueAt = at;
    dueSoonFrom = Urgency.dueSoonFrom(clockFrom, at);
    urgentFrom = Urgency.urgentFrom(clockFrom, at);
  }

  /** CaseDetails with the identity that it opens with; empty if the case never had any. */
  Optional<Sealed> sealedDetails() {
    return sealed(sealed, sealedEvent, CaseOpened.getClassSchema().getFullName());
  }

  /** DecisionDetails with the identity that it opens with; empty if there is none. */
  Optional<Sealed> sealedDecision() {
    return sealed(decisionSealed, decisionEvent, CaseDecided.getClassSchema().getFullName());
  }

  /**
   * DecisionDetails of the proposal with the identity that it opens with; empty if there is none.
   */
  Optional<Sealed> sealedProposal() {
    return proposal == null
        ? Optional.empty()
        : sealed(
            proposalSealed,
            proposal.proposalEvent,
            DecisionProposed.getClassSchema().getFullName());
  }

  private Optional<Sealed> sealed(
      byte @Nullable [] ciphertext, @Nullable String event, String type) {
    return ciphertext == null || event == null
        ? Optional.empty()
        : Optional.of(new Sealed(id, UUID.fromString(event), type, ciphertext));
  }
}
