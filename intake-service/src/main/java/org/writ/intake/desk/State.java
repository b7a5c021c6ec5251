package org.writ.intake.desk;

import java.util.Set;
import org.writ.events.intake.RequestStatus;
import org.writ.look.Words;

/**
 * A status as pages show it.
 *
 * @param word what it is called
 * @param style the shape and colour beside it, in the stylesheet
 */
record State(String word, String style) {

  /** In which nobody here has anything more to answer. */
  private static final Set<RequestStatus> ANSWERED =
      Set.of(
          RequestStatus.REFUSED,
          RequestStatus.NO_DATA,
          RequestStatus.AVAILABLE,
          RequestStatus.DELIVERED,
          RequestStatus.EXPIRED,
          RequestStatus.PRESERVED,
          RequestStatus.WITHDRAWN);

  static State of(Words words, RequestStatus status) {
    return new State(words.of("status", status), style(status));
  }

  /** Whether the request has its answer, so that no deadline runs. */
  static boolean isAnswered(RequestStatus status) {
    return ANSWERED.contains(status);
  }

  private static String style(RequestStatus status) {
    return switch (status) {
      case APPROVED, AVAILABLE, DELIVERED, PRESERVED -> "good";
      case CLARIFICATION_REQUESTED, PARTLY_APPROVED -> "part";
      case REFUSED, EXPIRED, WITHDRAWN -> "bad";
      case UNKNOWN, RECEIVED, UNDER_REVIEW, NO_DATA -> "still";
    };
  }
}
