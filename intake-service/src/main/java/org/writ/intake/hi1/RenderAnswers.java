package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Decision.Outcome;
import org.writ.intake.hi1.MessageWriter.Answer;
import org.writ.intake.hi1.ReadObjects.Seen;

/** What actions that only read are answered: the objects as they are now. Pure. */
final class RenderAnswers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RenderAnswers() {}

  /**
   * The answers to the actions of a message, in order.
   *
   * @param seen what the message reads
   */
  static List<Answer> render(Message message, List<Outcome> outcomes, Seen seen) {
    var answers = new ArrayList<Answer>(outcomes.size());
    for (int place = 0; place < outcomes.size(); place++) {
      answers.add(render(place, message.actions().get(place), outcomes.get(place), seen));
    }
    return answers;
  }

  private static Answer render(int place, Action action, Outcome outcome, Seen seen) {
    if (outcome.refusal() != null) {
      return new Answer(outcome, null);
    }
    return switch (action) {
      case Action.Get get -> get(get, outcome, seen);
      case Action.ListObjects _ -> list(seen.lists().get(place), outcome, seen);
      case Action.GetConfig _ -> new Answer(outcome, ServedHere.config());
      case Action.Create _, Action.Update _, Action.Deliver _, Action.Faulty _ ->
          new Answer(outcome, null);
    };
  }

  private static Answer get(Action.Get get, Outcome outcome, Seen seen) {
    var tooMany = seen.tooManyNamed();
    if (tooMany != null) {
      return refused(outcome, tooMany);
    }
    return seen.named()
        .shown(get.objectId())
        .map(shown -> new Answer(outcome, JSON.objectNode().set("HI1Object", shown.members())))
        // It was erased since it was decided that there is one.
        .orElseGet(
            () ->
                refused(
                    outcome, ErrorCode.UNKNOWN.with("Identifier: you have no object of this id")));
  }

  /** There may be more to list than when it was decided that it is listed. */
  private static Answer list(@Nullable List<Shown> listed, Outcome outcome, Seen seen) {
    var tooMany = seen.tooManyListed() == null ? seen.tooManyNamed() : seen.tooManyListed();
    if (listed == null || tooMany != null) {
      return refused(
          outcome, tooMany == null ? ErrorCode.GENERAL.with("LIST: not answered") : tooMany);
    }
    ArrayNode records = JSON.arrayNode();
    listed.forEach(shown -> records.add(shown.listed()));
    return new Answer(outcome, JSON.objectNode().set("ListResponseRecord", records));
  }

  private static Answer refused(Outcome outcome, Refusal refusal) {
    return new Answer(
        new Outcome(outcome.action(), outcome.verb(), outcome.object(), refusal), null);
  }
}
