package org.writ.intake.hi1;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Decision.Paper;

/**
 * What each action of a message does, or why it is refused; the draft takes it down. Pure, and of
 * one message: later actions see what earlier ones created. Not thread-safe.
 */
final class ActionRules {

  private final Map<String, Known> known;
  private final HandoverRules.Context context;
  private final Draft draft;
  private final Set<String> refused = new HashSet<>();
  private final Set<String> touched = new HashSet<>();

  /**
   * For a message.
   *
   * @param known the agency's objects that it mentions, by id
   */
  ActionRules(Map<String, Known> known, HandoverRules.Context context, Draft draft) {
    this.known = new HashMap<>(known);
    this.context = context;
    this.draft = draft;
  }

  /**
   * Decides on the next action.
   *
   * @param place in the message, from 0
   * @return why it is refused; null if it is carried out
   */
  @Nullable Refusal decide(Action action, int place) {
    return switch (action) {
      case Action.Faulty faulty -> faulty.refusal();
      case Action.GetConfig _ -> null;
      case Action.ListObjects _ -> context.tooManyListed();
      case Action.Get get -> get(get);
      case Action.Create create -> create(create.object(), place);
      case Action.Update update -> update(update.object());
      case Action.Deliver deliver -> deliver(deliver.object());
    };
  }

  /** Notes that an action is refused: nothing can be linked to its object. */
  void refused(Action action) {
    String object = action.objectId();
    if (object != null) {
      refused.add(object);
    }
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
    var refusal = ObjectRules.authorisation(object, context);
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
    return switch (LinkedRequest.of(object, known, context.issued())) {
      case LinkedRequest.Result.Faulty(Refusal refusal) -> refusal;
      case LinkedRequest.Result.Sound(LinkedRequest request) -> {
        var refusal = PaperRules.refusal(object);
        if (refusal == null) {
          draft.add(new Paper(request.id(), object), request.standing() != null);
          keep(object, request.id(), null);
        }
        yield refusal;
      }
    };
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
    update.extension().ifPresent(until -> draft.extend(before.requestId(), until));
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
