package org.writ.intake.hi1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
   */
  record Context(
      EndpointId sender,
      EndpointId us,
      Instant now,
      List<String> requestIds,
      List<String> itemIds,
      int maxItems,
      Map<String, Issued> issued) {}

  private final Context context;
  private final Map<String, Known> known;
  private final Set<String> refused = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private final Draft draft = new Draft();

  private HandoverRules(Map<String, Known> known, Context context) {
    this.known = new HashMap<>(known);
    this.context = context;
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
        refusal = decide(action, place);
      }
      if (refusal != null) {
        anyRefused = true;
        var object = action.objectId();
        if (object != null) {
          refused.add(object);
        }
      }
      outcomes.add(new Outcome(action.id(), action.verb(), action.objectId(), refusal));
    }
    return anyRefused
        ? Draft.nothing(outcomes.stream().map(HandoverRules::notApplied).toList())
        : draft.decision(outcomes);
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

  private @Nullable Refusal decide(Action action, int place) {
    return switch (action) {
      case Action.Faulty faulty -> faulty.refusal();
      case Action.GetConfig _, Action.ListObjects _ -> null;
      case Action.Get get -> get(get);
      case Action.Create create -> create(create.object(), place);
      case Action.Update update -> update(update.object());
      case Action.Deliver deliver -> deliver(deliver.object());
    };
  }

  private @Nullable Refusal get(Action.Get get) {
    return known.containsKey(get.objectId()) || context.issued().containsKey(get.objectId())
        ? null
        : ErrorCode.UNKNOWN.with("Identifier: you have no object of this id");
  }

  private @Nullable Refusal create(HandoverObject object, int place) {
    if (known.containsKey(object.id()) || context.issued().containsKey(object.id())) {
      return ErrorCode.IDENTIFIER_EXISTS.with("ObjectIdentifier: an object of this id exists");
    }
    var refusal = firstOf(ObjectRules.common(object, context.sender()), links(object));
    if (refusal != null) {
      return refusal;
    }
    return switch (object.type()) {
      case AUTHORISATION -> authorisation(object, place);
      case LD_TASK, LP_TASK -> task(object, place);
      case DOCUMENT -> ClarificationAnswer.isMeant(object) ? answer(object) : paper(object);
      case NOTIFICATION ->
          ErrorCode.NOT_SUPPORTED.with(
              "@xsi:type: notifications are created by the receiver only; a question is answered"
                  + " with a DocumentObject");
      case DELIVERY ->
          ErrorCode.NOT_SUPPORTED.with("@xsi:type: a delivery is handed over with DELIVER");
    };
  }

  private @Nullable Refusal links(HandoverObject object) {
    for (String id : object.associated()) {
      if (refused.contains(id)) {
        return ErrorCode.LINK_REFUSED.with(
            "AssociatedObjects: a linked object is refused in this message");
      }
      var target = known.get(id);
      if (target == null && !context.issued().containsKey(id)) {
        return ErrorCode.LINK_UNRESOLVED.with(
            "AssociatedObjects: you have no object of this id, or create it only later");
      }
      var status = target == null ? null : target.status();
      if (status != null && status.isFinal()) {
        return ErrorCode.LINK_EXPIRED.with(
            "AssociatedObjects: a linked object is in a final state");
      }
    }
    return null;
  }

  private @Nullable Refusal authorisation(HandoverObject object, int place) {
    var refusal = ObjectRules.authorisation(object, context.us());
    if (refusal == null) {
      String requestId = context.requestIds().get(place);
      draft.authorise(requestId, object);
      keep(object, requestId, null);
    }
    return refusal;
  }

  private @Nullable Refusal task(HandoverObject object, int place) {
    var authorisations =
        object.associated().stream()
            .map(known::get)
            .filter(one -> one != null && one.object().type() == ObjectType.AUTHORISATION)
            .toList();
    if (authorisations.isEmpty()) {
      return ErrorCode.MISSING.with("AssociatedObjects: the Authorisation that allows the task");
    }
    if (authorisations.size() > 1) {
      return ErrorCode.IMPROPER_VALUE.with("AssociatedObjects: one Authorisation for a task");
    }
    Known authorisation = authorisations.getFirst();
    if (authorisation.standing() != null) {
      return ErrorCode.FINAL_STATE.with(
          "AssociatedObjects: the Authorisation is under review with the tasks that it has; create"
              + " another one for more");
    }
    var refusal = ObjectRules.task(object, authorisation.object(), context);
    if (refusal == null) {
      refusal = draft.ask(authorisation, context.itemIds().get(place), object, context);
    }
    if (refusal == null) {
      keep(object, authorisation.requestId(), context.itemIds().get(place));
    }
    return refusal;
  }

  private @Nullable Refusal paper(HandoverObject object) {
    var owner = ownerOf(object);
    if (owner == null) {
      return ErrorCode.MISSING.with(
          "AssociatedObjects: the Authorisation or the task that it belongs to");
    }
    if (owner.standing() == null || draft.hasPaper()) {
      return ErrorCode.NOT_SUPPORTED.with(
          "@xsi:type: one document in a message, and only after the message with the"
              + " Authorisation's tasks");
    }
    String requestId = owner.requestId();
    var refusal = ObjectRules.paper(object);
    if (refusal == null) {
      draft.add(new Decision.Paper(requestId, object));
      keep(object, requestId, null);
    }
    return refusal;
  }

  private @Nullable Refusal update(HandoverObject changes) {
    var issued = context.issued().get(changes.id());
    if (issued != null) {
      return acknowledge(changes, issued);
    }
    var before = known.get(changes.id());
    if (before == null) {
      return ErrorCode.UNKNOWN_IN_UPDATE.with("ObjectIdentifier: you have no object of this id");
    }
    if (touched.contains(changes.id()) || draft.hasTasks(before.requestId())) {
      return ErrorCode.IMPROPER_VALUE.with(
          "ObjectIdentifier: an object is created or changed once in a message, an Authorisation"
              + " before its tasks");
    }
    var update = new ObjectUpdate(before, changes, context);
    var refusal = update.refusal();
    if (refusal != null) {
      return refusal;
    }
    if (update.cancels() && before.standing() != null) {
      draft.withdraw(before.requestId());
    }
    draft.replaceAuthorisation(before.requestId(), update.merged());
    long generation = before.ownGeneration() + 1;
    draft.keep(update.merged(), before.requestId(), before.itemId(), generation);
    remember(update.merged(), before, generation);
    return null;
  }

  private @Nullable Refusal answer(HandoverObject object) {
    return switch (ClarificationAnswer.read(object, known, context.issued())) {
      case ClarificationAnswer.Result.Faulty(Refusal refusal) -> refusal;
      case ClarificationAnswer.Result.Sound(ClarificationAnswer answer) -> {
        var refusal = draft.answer(answer);
        if (refusal == null) {
          keep(object, answer.requestId(), null);
        }
        yield refusal;
      }
    };
  }

  private @Nullable Refusal acknowledge(HandoverObject changes, Issued issued) {
    if (!touched.add(changes.id())) {
      return ErrorCode.IMPROPER_VALUE.with(
          "ObjectIdentifier: an object is changed once in a message");
    }
    return switch (PackageAcknowledgement.read(changes, issued)) {
      case PackageAcknowledgement.Result.Faulty(Refusal refusal) -> refusal;
      case PackageAcknowledgement.Result.Sound(PackageAcknowledgement acknowledgement) -> {
        draft.acknowledge(acknowledgement);
        yield null;
      }
    };
  }

  private @Nullable Refusal deliver(HandoverObject object) {
    if (object.type() != ObjectType.DELIVERY) {
      return ErrorCode.NOT_SUPPORTED.with("@xsi:type: only a DeliveryObject is taken with DELIVER");
    }
    if (known.containsKey(object.id()) || context.issued().containsKey(object.id())) {
      return ErrorCode.IDENTIFIER_EXISTS.with("ObjectIdentifier: an object of this id exists");
    }
    var refusal = firstOf(ObjectRules.common(object, context.sender()), links(object));
    return refusal == null ? paper(object) : refusal;
  }

  private @Nullable Known ownerOf(HandoverObject object) {
    return object.associated().stream()
        .map(known::get)
        .filter(one -> one != null)
        .findFirst()
        .orElse(null);
  }

  private void keep(HandoverObject object, String requestId, @Nullable String itemId) {
    var owned = ObjectRules.owned(object, context.sender());
    draft.keep(owned, requestId, itemId, 1);
    known.put(object.id(), new Known(owned, requestId, itemId, 1, context.now(), null, 1));
    touched.add(object.id());
  }

  private void remember(HandoverObject merged, Known before, long generation) {
    touched.add(merged.id());
    known.put(
        merged.id(),
        new Known(
            merged,
            before.requestId(),
            before.itemId(),
            generation,
            context.now(),
            before.standing(),
            before.tasks()));
  }

  private static @Nullable Refusal firstOf(@Nullable Refusal first, @Nullable Refusal second) {
    return first == null ? second : first;
  }
}
