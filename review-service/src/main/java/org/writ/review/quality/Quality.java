package org.writ.review.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ReviewReasons;
import org.writ.events.review.ReviewedItemReason;
import org.writ.events.review.SecondReviewDropped;
import org.writ.review.casework.BlindCases;
import org.writ.review.casework.CaseView;
import org.writ.review.conflict.Conflicts;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Problems;

/** What people do with second reviews. Each command is one transaction. */
@ApplicationScoped
class Quality {

  /** As many reviews are looked through for one that the person may take. */
  private static final int CANDIDATES = 200;

  private static final Actor SELF = Actor.service("review");

  private final Transactions transactions;
  private final EventLog log;
  private final QualityRows rows;
  private final BlindCases cases;
  private final Conflicts conflicts;
  private final CaseKeys keys;
  private final Clock clock;

  Quality(
      Transactions transactions,
      EventLog log,
      QualityRows rows,
      BlindCases cases,
      Conflicts conflicts,
      CaseKeys keys,
      Clock clock) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
    this.cases = cases;
    this.conflicts = conflicts;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A second review that somebody holds.
   *
   * @param id names it
   * @param leaseUntil when the claim lapses
   * @param lawCase the case without its decision
   */
  @Schema(name = "SecondReview")
  record Held(String id, Instant leaseUntil, @JsonProperty("case") CaseView lawCase) {}

  /**
   * A second review that was given, without the other decision.
   *
   * @param state AGREED or DISAGREED
   */
  @Schema(name = "SecondReviewGiven")
  record Given(String id, SecondReview.State state) {}

  /**
   * A disagreement, for whoever settles it.
   *
   * @param id names the review
   * @param caseId of the case
   * @param first what was decided
   * @param second what the second person would have decided
   * @param items about which they disagree
   * @param note the second person's, told to whoever settles it; null in lists, if there is none,
   *     or if the case is erased
   * @param judgement null until it is settled
   */
  @Schema(name = "Disagreement")
  record Disagreement(
      String id,
      String caseId,
      String country,
      String process,
      Opinion first,
      Opinion second,
      List<Item> items,
      @Nullable String note,
      @Nullable String judgement) {}

  /** Who decided what. */
  @Schema(name = "DisagreementOpinion")
  record Opinion(@Nullable String outcome, @Nullable String by, @Nullable Instant at) {}

  /**
   * What the second person would have done with an item; the first did the contrary.
   *
   * @param ground null if they would have approved it
   */
  @Schema(name = "DisagreementItem")
  record Item(String itemId, boolean approved, @Nullable String ground) {}

  /** Takes the review of the oldest decision that the person may take; empty if there is none. */
  Optional<Held> claimOldest(Actor reviewer) {
    List<String> free =
        transactions.call(
            () ->
                rows.free(reviewer.id(), now(), CANDIDATES).stream()
                    .filter(row -> cases.isBlind(row.caseId, row.decision, reviewer.id()))
                    .map(row -> row.decision)
                    .toList());
    for (String decision : free) {
      try {
        return Optional.of(claim(decision, reviewer));
      } catch (ReviewConflict taken) {
        // Somebody else took it in this moment; the next one may be free.
      }
    }
    return Optional.empty();
  }

  /**
   * Takes a review, and reads its case without the decision. One of a case that is erased is
   * dropped.
   *
   * @throws ReviewConflict see {@link SecondReview#claim}; or if the person has seen the decision,
   *     or the case is erased
   */
  Held claim(String decision, Actor reviewer) {
    return unlessErased(
        () -> {
          SecondReviewRow row = lock(decision, reviewer);
          NewEvent event = row.review().claim(reviewer.id(), now());
          if (!cases.isBlind(row.caseId, decision, reviewer.id())) {
            throw new ReviewConflict(
                "You could have seen the decision of the case; somebody else reviews it.");
          }
          if (isDroppedAsErased(row)) {
            return Optional.empty();
          }
          append(row, reviewer, event);
          return Optional.of(
              new Held(decision, now().plus(SecondReview.LEASE), cases.view(row.caseId, now())));
        });
  }

  /** What is dropped stays so, although the command is refused. */
  private <T> T unlessErased(Supplier<Optional<T>> command) {
    return transactions
        .call(command)
        .orElseThrow(
            () ->
                new ReviewConflict(
                    "What the case says about persons is erased; its decision is reviewed no"
                        + " more."));
  }

  /** Drops the review of a case that is erased. */
  private boolean isDroppedAsErased(SecondReviewRow row) {
    boolean erased = cases.isErased(row.caseId);
    if (erased) {
      append(row, SELF, NewEvent.open(new SecondReviewDropped(row.decision)));
    }
    return erased;
  }

  /**
   * Gives the second decision. Of a case that was erased meanwhile none is given, and the review is
   * dropped.
   *
   * @throws ReviewConflict see {@link SecondReview#give}; or if the case is erased
   */
  Given give(String decision, BlindCases.Opinion opinion, Actor reviewer) {
    return unlessErased(
        () -> {
          SecondReviewRow row = lock(decision, reviewer);
          SecondReview review = row.review();
          review.requireHolder(reviewer.id(), now());
          if (isDroppedAsErased(row)) {
            return Optional.empty();
          }
          BlindCases.Compared compared =
              cases.compare(
                  row.caseId, decision, opinion, reviewer, now().plus(SecondReview.LEASE), now());
          append(
              row,
              reviewer,
              review.give(
                  compared.outcome(),
                  compared.items(),
                  compared.first(),
                  reasons(compared.details()),
                  reviewer.id(),
                  now()));
          return Optional.of(new Given(decision, row.state));
        });
  }

  /**
   * Settles a disagreement, and reads the second person's note, as the event records.
   *
   * @throws ReviewConflict see {@link SecondReview#settle}; or if the person had a part in any
   *     decision about the case
   */
  Disagreement settle(
      String decision, SecondReview.Judgement judgement, String reason, Actor senior) {
    return transactions.call(
        () -> {
          SecondReviewRow row = lock(decision, senior);
          ReviewReasons reasons = reasons(row);
          NewEvent event = row.review().settle(judgement, reason, reasons == null, senior.id());
          if (cases.hasPart(row.caseId, senior.id())) {
            throw new ReviewConflict(
                "You had a part in deciding the case; another person settles it.");
          }
          append(row, senior, event);
          return disagreement(row, reasons == null ? null : reasons.getText());
        });
  }

  /**
   * Disagreements by the time of the second decision, but those about agencies of a conflict.
   * Without their notes: these are about persons, and whoever reads such is recorded.
   */
  List<Disagreement> disagreements(
      boolean settled, @Nullable TimeCursor after, int most, Actor senior) {
    var state = settled ? SecondReview.State.SETTLED : SecondReview.State.DISAGREED;
    return transactions.call(
        () ->
            rows.page(state, conflicts.of(senior.id()), after, most).stream()
                .map(row -> disagreement(row, null))
                .toList());
  }

  /**
   * Agreement about the decisions of a time, by the values of an attribute of {@link
   * SecondReviewRow}.
   */
  List<Agreement> agreement(String attribute, Instant from, Instant to) {
    return transactions.call(() -> rows.agreement(attribute, from, to));
  }

  private Disagreement disagreement(SecondReviewRow row, @Nullable String note) {
    return new Disagreement(
        row.decision,
        row.caseId,
        row.country,
        row.process,
        new Opinion(row.firstOutcome, row.decidedBy, row.decidedAt),
        new Opinion(row.secondOutcome, row.reviewer, row.givenAt),
        rows.items(row.decision).stream()
            .map(item -> new Item(item.itemId, item.approved, item.ground))
            .toList(),
        note,
        row.judgement);
  }

  private @Nullable ReviewReasons reasons(SecondReviewRow row) {
    return row.sealedReasons().flatMap(part -> keys.open(part, ReviewReasons.class)).orElse(null);
  }

  private static @Nullable ReviewReasons reasons(@Nullable DecisionDetails details) {
    return details == null
        ? null
        : new ReviewReasons(
            details.getNote(),
            details.getExplanations().stream()
                .map(item -> new ReviewedItemReason(item.getItemId(), item.getText()))
                .toList());
  }

  private SecondReviewRow lock(String decision, Actor reviewer) {
    return rows.lock(decision)
        .filter(row -> !conflicts.exists(row.agency, reviewer.id()))
        .orElseThrow(() -> Problems.unknown("There is no such review."));
  }

  private void append(SecondReviewRow row, Actor reviewer, NewEvent event) {
    log.append(
        Topic.REVIEW_QUALITY,
        row.caseId,
        log.version(Topic.REVIEW_QUALITY, row.caseId),
        reviewer,
        null,
        List.of(event));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
