package org.writ.intake.hi1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Decision.Outcome;

/**
 * What follows from a message, given the objects that it mentions. Pure.
 *
 * <p>All or nothing (TS 103 120, clause 6.3): if one action is refused, none is carried out; the
 * refused ones carry their own error, the others say so. Later actions see what earlier ones of the
 * same message created.
 */
final class HandoverRules {

  /** The status that takes an object back. */
  static final String CANCELLED = "Cancelled";

  /**
   * What a message is decided in.
   *
   * @param sender the agency's registered end
   * @param us our own end
   * @param now when it is decided
   * @param requestIds a new id for each action, should it begin a request
   * @param itemIds a new id for each action, should it be an item
   * @param maxItems tasks of an Authorisation, at most
   * @param issued mentioned objects that we issued to the agency, by id: deliveries and
   *     notifications
   * @param tooManyListed why no LIST of the message is answered; null if each is
   */
  record Context(
      EndpointId sender,
      EndpointId us,
      Instant now,
      List<String> requestIds,
      List<String> itemIds,
      int maxItems,
      Map<String, Issued> issued,
      @Nullable Refusal tooManyListed) {}

  private final Draft draft = new Draft();
  private final ActionRules rules;

  private HandoverRules(Map<String, Known> known, Context context) {
    this.rules = new ActionRules(known, context, draft);
  }

  /**
   * Decides on a message.
   *
   * @param known the agency's objects that the message mentions, by id; another's are not among
   *     them
   */
  static Decision decide(Message message, Map<String, Known> known, Context context) {
    return new HandoverRules(known, context).decide(message.actions());
  }

  private Decision decide(List<Action> actions) {
    var outcomes = new ArrayList<Outcome>(actions.size());
    var ids = new HashSet<Integer>();
    boolean anyRefused = false;
    for (int place = 0; place < actions.size(); place++) {
      Action action = actions.get(place);
      var refusal = order(action, place, ids);
      if (refusal == null) {
        refusal = rules.decide(action, place);
      }
      if (refusal != null) {
        anyRefused = true;
        rules.refused(action);
      }
      outcomes.add(new Outcome(action.id(), action.verb(), action.objectId(), refusal));
    }
    if (anyRefused) {
      return Draft.nothing(outcomes.stream().map(HandoverRules::notApplied).toList());
    }
    var decision = draft.decision(outcomes);
    var loose = draft.loosePaper();
    return loose == null
        ? decision
        : decision.refusing(
            loose.object().id(),
            ErrorCode.NOT_SUPPORTED.with(
                "AssociatedObjects: a document is taken with the Authorisation's tasks, or later"));
  }

  /** An outcome of a message in which another action is refused. */
  static Outcome notApplied(Outcome outcome) {
    return outcome.refusal() != null
        ? outcome
        : new Outcome(
            outcome.action(),
            outcome.verb(),
            outcome.object(),
            ErrorCode.GENERAL.with("Not applied: another action of the message is refused"));
  }

  /** Action identifiers count from 0. */
  private static @Nullable Refusal order(Action action, int place, Set<Integer> ids) {
    if (!ids.add(action.id())) {
      return ErrorCode.DUPLICATE_ACTION.with("ActionIdentifier: named twice in the message");
    }
    return action.id() == place
        ? null
        : ErrorCode.IMPROPER_VALUE.with(
            "ActionIdentifier: must count 0, 1, 2 in order; expected " + place);
  }
}
