package org.writ.intake.desk;

import java.util.ArrayList;
import java.util.List;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.desk.RequestDetail.Stage;
import org.writ.look.Words;

/** The four stages that every request goes through, unless it ends before. Pure. */
final class Stages {

  private static final List<String> NAMES = List.of("received", "review", "decided", "answered");

  private Stages() {}

  static List<Stage> of(Words words, RequestStatus status) {
    int reached = reached(status);
    boolean ended =
        status == RequestStatus.REFUSED
            || status == RequestStatus.WITHDRAWN
            || status == RequestStatus.EXPIRED;
    boolean complete = reached == NAMES.size();
    var stages = new ArrayList<Stage>();
    for (int index = 0; index < NAMES.size(); index++) {
      boolean current = index == Math.min(reached, NAMES.size() - 1);
      String style =
          current && ended
              ? "stopped"
              : index < reached || complete ? "done" : current ? "now" : "next";
      stages.add(
          new Stage(
              words.t("one.step." + NAMES.get(index)),
              style,
              words.t("one.step." + style),
              current));
    }
    return List.copyOf(stages);
  }

  /** Index of the stage that it is in; one more than the last if nothing is left to do. */
  private static int reached(RequestStatus status) {
    return switch (status) {
      case UNKNOWN, RECEIVED -> 0;
      case UNDER_REVIEW, CLARIFICATION_REQUESTED, WITHDRAWN -> 1;
      case REFUSED -> 2;
      case APPROVED, PARTLY_APPROVED, AVAILABLE, EXPIRED -> 3;
      case DELIVERED, NO_DATA, PRESERVED -> NAMES.size();
    };
  }
}
