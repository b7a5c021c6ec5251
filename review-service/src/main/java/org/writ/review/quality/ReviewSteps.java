package org.writ.review.quality;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.review.conflict.Conflicts;
import org.writ.web.problem.Problems;

/** How a step of a second review is taken. Works in the current transaction. */
@ApplicationScoped
class ReviewSteps {

  private final EventLog log;
  private final QualityRows rows;
  private final Conflicts conflicts;
  private final Clock clock;

  ReviewSteps(EventLog log, QualityRows rows, Conflicts conflicts, Clock clock) {
    this.log = log;
    this.rows = rows;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /** 404. */
  static HttpProblem unknown() {
    return Problems.unknown("There is no such review.");
  }

  /** A review, locked until the end of the transaction; 404 as {@link #find}. */
  SecondReviewRow lock(String decision, Actor actor) {
    return known(rows.lock(decision), actor);
  }

  /**
   * A review.
   *
   * @throws HttpProblem 404 if there is none; the same is told to somebody in a conflict of
   *     interest about the agency
   */
  SecondReviewRow find(String decision, Actor actor) {
    return known(rows.findByIdOptional(decision), actor);
  }

  private SecondReviewRow known(Optional<SecondReviewRow> row, Actor actor) {
    return row.filter(found -> !conflicts.exists(found.agency, actor.id()))
        .orElseThrow(ReviewSteps::unknown);
  }

  /** Appends what was decided. */
  void append(SecondReviewRow row, Actor actor, NewEvent event) {
    log.append(
        Topic.REVIEW_QUALITY,
        row.caseId,
        log.version(Topic.REVIEW_QUALITY, row.caseId),
        actor,
        null,
        List.of(event));
  }

  /** The time, in milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
