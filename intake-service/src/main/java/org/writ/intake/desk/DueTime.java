package org.writ.intake.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;
import org.writ.look.Due;
import org.writ.look.Moments;

/**
 * When an answer is due.
 *
 * @param moment the time
 * @param distance how far that is from now
 * @param style how urgent it is, in the stylesheet
 */
record DueTime(String moment, String distance, String style) {

  /** Null if the request has its answer. */
  static @Nullable DueTime of(
      Frame frame, RequestStatus status, Instant receivedAt, Instant dueAt) {
    if (State.isAnswered(status)) {
      return null;
    }
    var due = Due.of(receivedAt, dueAt, frame.now());
    String distance =
        due == Due.LATE
            ? frame
                .w()
                .t("due.late", new Moments(frame.w()).length(Duration.between(dueAt, frame.now())))
            : frame.relative(dueAt);
    return new DueTime(frame.moment(dueAt), distance, due.style());
  }
}
