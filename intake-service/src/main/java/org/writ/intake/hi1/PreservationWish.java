package org.writ.intake.hi1;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;

/**
 * Until when an owner would like data to be preserved: {@code DesiredPreservationExpiration}. Pure.
 *
 * <p>How long it is preserved is for the law to say, and shown in {@code PreservationExpiration}.
 * With a new task the wish is told to the reviewers. Once data is preserved, a later wish asks for
 * the extension that the law allows, of the whole request.
 */
final class PreservationWish {

  static final String MEMBER = "task:DesiredPreservationExpiration";

  private PreservationWish() {}

  /** What a task says; empty if it says nothing. */
  static Optional<Instant> of(HandoverObject task) {
    return task.text(MEMBER).map(text -> OffsetDateTime.parse(text).toInstant());
  }

  /**
   * Why a new wish for a task that is under way is refused; null if it asks for an extension.
   *
   * @param standing of the task's request
   */
  static @Nullable Refusal refusal(Instant wish, RequestStanding standing) {
    Instant until = standing.preservedUntil();
    if (standing.status() != RequestStatus.PRESERVED || until == null) {
      return ErrorCode.IMPROPER_VALUE.with(
          MEMBER + ": can be changed once the data is preserved, to have it preserved longer");
    }
    return wish.isAfter(until)
        ? null
        : ErrorCode.IMPROPER_VALUE.with(
            MEMBER + ": the data is preserved that long already; it cannot be shortened");
  }
}
