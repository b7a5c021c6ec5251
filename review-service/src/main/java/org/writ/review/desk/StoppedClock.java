package org.writ.review.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.look.Due;
import org.writ.pages.DueTime;
import org.writ.pages.Frame;

/** When a case is due whose clock may stand still, until its agency answers a question. Pure. */
final class StoppedClock {

  private StoppedClock() {}

  /**
   * When it is due; while the clock stands still, that and since when, coloured as it was then.
   *
   * @param clockStoppedAt null if the clock runs
   */
  static DueTime due(
      Frame frame, Instant clockFrom, Instant dueAt, @Nullable Instant clockStoppedAt) {
    return clockStoppedAt == null
        ? DueTime.of(frame, clockFrom, dueAt)
        : new DueTime(
            frame.w().t("facts.clock.stopped", frame.moment(clockStoppedAt)),
            frame.w().t("queue.stopped"),
            Due.of(clockFrom, dueAt, clockStoppedAt).style());
  }
}
