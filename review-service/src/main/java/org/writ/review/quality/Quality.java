package org.writ.review.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ReviewReasons;
import org.writ.events.review.ReviewedItemReason;
import org.writ.events.review.SecondReviewDropped;
import org.writ.review.casework.BlindCases;
import org.writ.review.casework.CaseView;
import org.writ.review.conflict.Conflicts;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** What people do with second reviews. Each command is one transaction. */
@ApplicationScoped
public class Quality {

  /** As many reviews are tried to be taken before it is looked for more. */
  private static final int TRIED_AT_ONCE = 50;

  /** So long it is looked for a review that the person may take. */
  private static final Duration LOOKING = Duration.ofSeconds(5);

  private static final Actor SELF = Actor.service("review");

  private final Transactions transactions;
  private final ReviewSteps steps;
  private final QualityRows rows;
  private final Unreviewed unreviewed;
  private final BlindCases cases;
  private final Conflicts conflicts;

  Quality(
      Transactions transactions,
      ReviewSteps steps,
      QualityRows rows,
      Unreviewed unreviewed,
      BlindCases cases,
      Conflicts conflicts) {
    this.transactions = transactions;
    this.steps = steps;
    this.rows = rows;
    this.unreviewed = unreviewed;
    this.cases = cases;
    this.conflicts = conflicts;
  }

  /**
   * A second review that somebody holds.
   *
   * @param id names it
   * @param leaseUntil when the claim lapses
   * @param lawCase the case without its decision
   */
  @Schema(name = "SecondReview")
  public record Held(String id, Instant leaseUntil, @JsonProperty("case") CaseView lawCase) {}

  /**
   * A second review that was given, without the other decision.
   *
   * @param state AGREED or DISAGREED
   */
  @Schema(name = "SecondReviewGiven")
  public record Given(String id, SecondReview.State state) {}

  /**
   * A second review that somebody may take, without anything that tells of the decision.
   *
   * @param id names it
   * @param leaseUntil until when they hold it; null if they do not
   */
  public record Waiting(
      String id, Instant decidedAt, String country, String process, @Nullable Instant leaseUntil) {}

  /**
   * The reviews that a person holds, and those that they may take, the oldest decision first.
   *
   * @param most how many at most
   */
  public List<Waiting> waiting(int most, Actor reviewer) {
    List<SecondReviewRow> held = transactions.call(() -> rows.held(reviewer.id(), steps.now()));
    Set<String> ids =
        held.stream().map(row -> row.decision).collect(Collectors.toUnmodifiableSet());
    Stream<SecondReviewRow> others =
        unreviewed.next(null, most + held.size(), end(), reviewer).stream()
            .filter(row -> !ids.contains(row.decision));
    return Stream.concat(
            held.stream().map(row -> waiting(row, row.leaseUntil)),
            others.map(row -> waiting(row, null)))
        .limit(most)
        .toList();
  }

  private static Waiting waiting(SecondReviewRow row, @Nullable Instant leaseUntil) {
    return new Waiting(row.decision, row.decidedAt, row.country, row.process, leaseUntil);
  }

  private Instant end() {
    return steps.now().plus(LOOKING);
  }

  /**
   * Takes the review of the oldest decision that the person may take; empty if there is none, or
   * none was found within five seconds.
   */
  public Optional<Held> claimOldest(Actor reviewer) {
    Instant until = end();
    List<SecondReviewRow> some = unreviewed.next(null, TRIED_AT_ONCE, until, reviewer);
    while (!some.isEmpty()) {
      for (SecondReviewRow row : some) {
        try {
          return Optional.of(claim(row.decision, reviewer));
        } catch (ReviewConflict taken) {
          // Somebody else took it in this moment; the next one may be free.
        }
      }
      some =
          steps.now().isBefore(until)
              ? unreviewed.next(some.getLast().place(), TRIED_AT_ONCE, until, reviewer)
              : List.of();
    }
    return Optional.empty();
  }

  /**
   * Takes a review, and reads its case without the decision. One of a case that is erased is
   * dropped.
   *
   * @throws ReviewConflict see {@link SecondReview#claim}; or if the person has seen the decision,
   *     it overrides a finding and the person is no senior reviewer, or the case is erased
   */
  public Held claim(String decision, Actor reviewer) {
    return unlessErased(
        () -> {
          SecondReviewRow row = steps.lock(decision, reviewer);
          NewEvent event = row.review().claim(reviewer.id(), steps.now());
          if (!cases.isBlind(row.caseId, decision, reviewer.id())) {
            throw new ReviewConflict(
                "You could have seen the decision of the case; somebody else reviews it.");
          }
          if (!reviewer.role().equals(Roles.SENIOR_REVIEWER)
              && !cases.forSeniors(Set.of(row.caseId)).isEmpty()) {
            throw new ReviewConflict("Only a senior reviewer can review this decision.");
          }
          if (isDroppedAsErased(row)) {
            return Optional.empty();
          }
          steps.append(row, reviewer, event);
          return Optional.of(
              new Held(
                  decision,
                  steps.now().plus(SecondReview.LEASE),
                  cases.view(row.caseId, steps.now())));
        });
  }

  /**
   * Reads the case of a review that the person holds, which takes it anew.
   *
   * @throws ReviewConflict if the person does not hold it, or as {@link #claim}
   */
  public Held read(String decision, Actor reviewer) {
    transactions.run(() -> requireHeld(decision, reviewer));
    return claim(decision, reviewer);
  }

  private SecondReviewRow requireHeld(String decision, Actor reviewer) {
    SecondReviewRow row = steps.find(decision, reviewer);
    row.review().requireHolder(reviewer.id(), steps.now());
    return row;
  }

  /**
   * The case of a review that the person holds, if this document of it was there when it was
   * decided.
   *
   * @return the case's id
   * @throws ReviewConflict if the person does not hold the review
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the review shows no such document
   */
  public String requireShown(String decision, String documentId, Actor reviewer) {
    return transactions.call(
        () -> {
          String caseId = requireHeld(decision, reviewer).caseId;
          boolean shown =
              cases.view(caseId, steps.now()).documents().stream()
                  .anyMatch(document -> document.documentId().equals(documentId));
          if (!shown) {
            throw Problems.unknown("There is no such document.");
          }
          return caseId;
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
      steps.append(row, SELF, NewEvent.open(new SecondReviewDropped(row.decision)));
    }
    return erased;
  }

  /**
   * Gives the second decision. Of a case that was erased meanwhile none is given, and the review is
   * dropped.
   *
   * @throws ReviewConflict see {@link SecondReview#give}; or if the case is erased
   */
  public Given give(String decision, BlindCases.Opinion opinion, Actor reviewer) {
    return unlessErased(
        () -> {
          SecondReviewRow row = steps.lock(decision, reviewer);
          SecondReview review = row.review();
          review.requireHolder(reviewer.id(), steps.now());
          if (isDroppedAsErased(row)) {
            return Optional.empty();
          }
          BlindCases.Compared compared =
              cases.compare(
                  row.caseId,
                  decision,
                  opinion,
                  reviewer,
                  steps.now().plus(SecondReview.LEASE),
                  steps.now());
          steps.append(
              row,
              reviewer,
              review.give(
                  compared.outcome(),
                  compared.items(),
                  compared.first(),
                  reasons(compared.details()),
                  reviewer.id(),
                  steps.now()));
          return Optional.of(new Given(decision, row.state));
        });
  }

  /**
   * Agreement about the decisions of a time, by the values of an attribute of {@link
   * SecondReviewRow}.
   *
   * @param reader the agencies that they are in a conflict of interest about are left out
   */
  public List<Agreement> agreement(String attribute, Instant from, Instant to, Actor reader) {
    return transactions.call(() -> rows.agreement(attribute, conflicts.of(reader.id()), from, to));
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
}
