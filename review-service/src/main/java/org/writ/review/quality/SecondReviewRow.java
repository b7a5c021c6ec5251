package org.writ.review.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.review.SecondReviewGiven;
import org.writ.web.list.TimeCursor;

/** The second review of a decision; written by {@link QualityFold} alone. */
@Entity
@Table(name = "second_review")
class SecondReviewRow {

  /** The event of the decision. */
  @Id String decision;

  @Column String caseId;

  @Column Instant decidedAt;

  @Column String decidedBy;

  @Column @Nullable String confirmedBy;

  @Column String firstOutcome;

  @Column String agency;

  @Column String country;

  @Column String process;

  @Enumerated(EnumType.STRING)
  @Column
  SecondReview.State state;

  @Column @Nullable String reviewer;

  @Column @Nullable Instant leaseUntil;

  @Column @Nullable String secondOutcome;

  @Column @Nullable Instant givenAt;

  @Column @Nullable Boolean agrees;

  /** ReviewReasons of the second person, and the event that it was sealed for. */
  @Column byte @Nullable [] givenSealed;

  @Column @Nullable String givenEvent;

  @Column @Nullable String judgement;

  @Column @Nullable String settledBy;

  @Column @Nullable Instant settledAt;

  /** How it stands. */
  SecondReview review() {
    return new SecondReview(decision, decidedBy, confirmedBy, state, reviewer, leaseUntil);
  }

  /** Its place among those that wait, the oldest decision first. */
  TimeCursor place() {
    return new TimeCursor(decidedAt, decision);
  }

  /** The second person's reasons with the identity that they open with; empty if there are none. */
  Optional<Sealed> sealedReasons() {
    return givenSealed == null || givenEvent == null
        ? Optional.empty()
        : Optional.of(
            new Sealed(
                caseId,
                UUID.fromString(givenEvent),
                SecondReviewGiven.getClassSchema().getFullName(),
                givenSealed));
  }
}
