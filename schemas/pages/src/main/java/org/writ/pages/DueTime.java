package org.writ.pages;

import java.time.Duration;
import java.time.Instant;
import org.writ.look.Due;
import org.writ.look.Moments;

/**
 * When an answer is due.
 *
 * @param moment the time
 * @param distance how far that is from now
 * @param style how urgent it is, in the stylesheet
 */
public record DueTime(String moment, String distance, String style) {

  /** By when it was asked and when it has to be answered. */
  public static DueTime of(Frame frame, Instant receivedAt, Instant dueAt) {
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
