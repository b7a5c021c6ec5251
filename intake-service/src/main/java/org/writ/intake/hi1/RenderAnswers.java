package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Action.ListObjects;
import org.writ.intake.hi1.Decision.Outcome;
import org.writ.intake.hi1.MessageWriter.Answer;

/** What actions that only read are answered: the objects as they are now. */
@ApplicationScoped
class RenderAnswers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Records of a list, at most. */
  private static final int MAX_RECORDS = 1_000;

  /** A list looks at the objects of this many requests, the newest first. */
  private static final int MAX_REQUESTS = 500;

  private final KnownObjects objects;

  RenderAnswers(KnownObjects objects) {
    this.objects = objects;
  }

  /** The answers to the actions of a message, in order. */
  List<Answer> render(String agency, Message message, List<Outcome> outcomes) {
    var answers = new ArrayList<Answer>(outcomes.size());
    for (int place = 0; place < outcomes.size(); place++) {
      answers.add(render(agency, message.actions().get(place), outcomes.get(place)));
    }
    return answers;
  }

  private Answer render(String agency, Action action, Outcome outcome) {
    if (outcome.refusal() != null) {
      return new Answer(outcome, null);
    }
    return switch (action) {
      case Action.Get get -> get(agency, get, outcome);
      case ListObjects list -> new Answer(outcome, list(agency, list));
      case Action.GetConfig _ -> new Answer(outcome, ServedHere.config());
      case Action.Create _, Action.Update _, Action.Deliver _, Action.Faulty _ ->
          new Answer(outcome, null);
    };
  }

  private Answer get(String agency, Action.Get get, Outcome outcome) {
    return objects
        .find(agency, get.objectId())
        .map(shown -> new Answer(outcome, JSON.objectNode().set("HI1Object", shown.members())))
        // It was erased since it was decided that there is one.
        .orElseGet(
            () ->
                new Answer(
                    new Outcome(
                        outcome.action(),
                        outcome.verb(),
                        outcome.object(),
                        ErrorCode.UNKNOWN.with("Identifier: you have no object of this id")),
                    null));
  }

  private ObjectNode list(String agency, ListObjects wanted) {
    Integer maximum = wanted.maximum();
    ArrayNode records = JSON.arrayNode();
    objects.list(agency, MAX_REQUESTS).stream()
        .filter(shown -> isWanted(shown, wanted))
        .sorted(Comparator.comparing(Shown::lastChanged).reversed())
        .limit(maximum == null ? MAX_RECORDS : Math.min(maximum, MAX_RECORDS))
        .forEach(shown -> records.add(shown.listed()));
    return JSON.objectNode().set("ListResponseRecord", records);
  }

  private static boolean isWanted(Shown shown, ListObjects wanted) {
    return (wanted.type() == null || wanted.type() == shown.type())
        && (wanted.status() == null || wanted.status().equals(shown.status()))
        && (wanted.country() == null || wanted.country().equals(shown.owner().countryCode()))
        && isNotBefore(shown.lastChanged(), wanted.changedSince())
        && (wanted.changedUntil() == null || !shown.lastChanged().isAfter(wanted.changedUntil()));
  }

  private static boolean isNotBefore(Instant at, @Nullable Instant since) {
    return since == null || !at.isBefore(since);
  }
}
