package org.writ.review.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.Topic;
import org.writ.events.review.DisagreementSettled;
import org.writ.events.review.ReviewedItem;
import org.writ.events.review.SecondReviewClaimed;
import org.writ.events.review.SecondReviewDrawn;
import org.writ.events.review.SecondReviewDropped;
import org.writ.events.review.SecondReviewGiven;
import org.writ.review.quality.SecondReview.State;

/** How the tables of second reviews follow from {@code review.quality}. */
@ApplicationScoped
class QualityFold implements Fold {

  private final QualityRows rows;

  QualityFold(QualityRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_QUALITY;
  }

  @Override
  public List<String> tables() {
    return List.of("second_review", "second_review_item");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case SecondReviewDrawn drawn -> drawn(event, drawn);
      case SecondReviewClaimed claimed -> {
        SecondReviewRow row = of(claimed.getDecision(), State.WAITING);
        row.reviewer = claimed.getReviewer();
        row.leaseUntil = claimed.getLeaseUntil();
      }
      case SecondReviewGiven given -> given(event, given);
      case SecondReviewDropped dropped ->
          of(dropped.getDecision(), State.WAITING).state = State.DROPPED;
      case DisagreementSettled settled -> {
        SecondReviewRow row = of(settled.getDecision(), State.DISAGREED);
        row.state = State.SETTLED;
        row.judgement = settled.getJudgement();
        row.settledBy = settled.getSettledBy();
        row.settledAt = event.envelope().time();
      }
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  private SecondReviewRow of(String decision, State state) {
    return rows.findByIdOptional(decision)
        .filter(row -> row.state == state)
        .orElseThrow(
            () -> new IllegalArgumentException("Expected a second review that is " + state));
  }

  private void drawn(Event event, SecondReviewDrawn drawn) {
    var row = new SecondReviewRow();
    row.decision = drawn.getDecision();
    row.caseId = event.envelope().subject();
    row.decidedAt = drawn.getDecidedAt();
    row.decidedBy = drawn.getDecidedBy();
    row.confirmedBy = drawn.getConfirmedBy();
    row.firstOutcome = drawn.getOutcome();
    row.agency = drawn.getAgency();
    row.country = drawn.getCountry();
    row.process = drawn.getProcess();
    row.state = State.WAITING;
    rows.persist(row);
  }

  private void given(Event event, SecondReviewGiven given) {
    SecondReviewRow row = of(given.getDecision(), State.WAITING);
    row.state = given.getAgrees() ? State.AGREED : State.DISAGREED;
    row.agrees = given.getAgrees();
    row.reviewer = given.getReviewer();
    row.secondOutcome = given.getOutcome();
    row.givenAt = event.envelope().time();
    row.givenSealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.givenEvent = event.envelope().id().toString();
    for (ReviewedItem item : given.getItems()) {
      if (!item.getAgrees()) {
        var disagreed = new ReviewedItemRow();
        disagreed.decision = row.decision;
        disagreed.itemId = item.getItemId();
        disagreed.approved = item.getApproved();
        disagreed.ground = item.getGround();
        rows.add(disagreed);
      }
    }
  }
}
