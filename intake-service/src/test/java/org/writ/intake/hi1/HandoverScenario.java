package org.writ.intake.hi1;

import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.hi1.RequestStanding.Acknowledgement;
import org.writ.intake.hi1.RequestStanding.Package;
import org.writ.intake.hi1.RequestStanding.Question;

/** What tests of decisions have in common: an agency with an Authorisation and a task. */
abstract class HandoverScenario {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final String AUTHORISATION = "7dbbc880-8750-4d3c-abe7-ea4a17646045";
  static final String TASK = "2b36a78b-b628-416d-bd22-404e68a0cd36";
  static final String REQUEST = "01936f00-0000-7000-8000-000000000001";
  static final String ITEM = "01936f00-0000-7000-8000-000000000002";
  static final String HASH = "ab".repeat(32);
  static final String DELIVERY = DerivedId.of(REQUEST, DerivedId.Kind.DELIVERY, 0);

  final Map<String, Known> known = new HashMap<>();
  final Map<String, Issued> issued = new HashMap<>();

  Decision decide(ObjectNode... actions) {
    return decideOn(message(id(), actions));
  }

  Decision decideOn(ObjectNode message) {
    var sound = Messages.sound(message);
    var ids = new ArrayList<String>();
    sound.actions().forEach(action -> ids.add(id()));
    return HandoverRules.decide(
        sound,
        known,
        new HandoverRules.Context(
            Messages.SENDER, Messages.US, NOW, ids, List.copyOf(ids), 1_000, issued, null));
  }

  /** What a decision leaves behind. */
  void keep(Decision decision, @Nullable RequestStanding standing, int tasks) {
    for (var kept : decision.kept()) {
      known.put(
          kept.object().id(),
          new Known(
              kept.object(),
              kept.requestId(),
              kept.itemId(),
              kept.generation(),
              NOW,
              standing,
              tasks));
    }
  }

  /** The request has come this far; what we issue about it is mentioned. */
  void submitted(RequestStatus status, @Nullable ItemResult result) {
    submitted(
        status,
        result == null ? Map.of() : Map.of(ITEM, new RequestStanding.Item(result, null)),
        List.of(),
        null);
  }

  /** The reviewers asked these questions; the last one waits if the status says so. */
  void asked(RequestStatus status, int questions) {
    var all = new ArrayList<Question>();
    for (int number = 0; number < questions; number++) {
      boolean waits = number == questions - 1 && status == RequestStatus.CLARIFICATION_REQUESTED;
      all.add(new Question(NOW, "Question " + number, waits ? null : NOW));
    }
    submitted(status, Map.of(), all, null);
  }

  /** A package is there, of which the agency said this. */
  void prepared(RequestStatus status, @Nullable Acknowledgement acknowledgement) {
    submitted(
        status,
        Map.of(ITEM, new RequestStanding.Item(ItemResult.DISCLOSED, null)),
        List.of(),
        new Package(id(), HASH, 4_711, NOW.plusSeconds(3_600), acknowledgement));
  }

  /** Data is preserved for the task until this time, which is an LPTask. */
  void preserved(Instant until) {
    var standing =
        new RequestStanding(
            RequestStatus.PRESERVED,
            Map.of(ITEM, new RequestStanding.Item(ItemResult.APPROVED, null)),
            List.of(new RequestStanding.Step(RequestStatus.PRESERVED, NOW)),
            List.of(),
            null,
            until,
            RequestStanding.Aside.NOTHING);
    ObjectNode task = task(ObjectType.LP_TASK, TASK, AUTHORISATION, "writ", "AccountId", "1000001");
    known.put(TASK, new Known(kept(ObjectType.LP_TASK, task), REQUEST, ITEM, 1, NOW, standing, 1));
  }

  private void submitted(
      RequestStatus status,
      Map<String, RequestStanding.Item> items,
      List<Question> questions,
      @Nullable Package delivery) {
    var standing =
        new RequestStanding(
            status,
            items,
            List.of(new RequestStanding.Step(status, NOW)),
            questions,
            delivery,
            null,
            RequestStanding.Aside.NOTHING);
    known.put(
        AUTHORISATION,
        new Known(
            kept(ObjectType.AUTHORISATION, authorisation(AUTHORISATION)),
            REQUEST,
            null,
            1,
            NOW,
            standing,
            1));
    known.put(
        TASK,
        new Known(
            kept(ObjectType.LD_TASK, task(TASK, AUTHORISATION)),
            REQUEST,
            ITEM,
            1,
            NOW,
            standing,
            1));
    issued.clear();
    new IssuedObjects(
            REQUEST,
            standing,
            List.of(AUTHORISATION, TASK),
            "AZ 1",
            Messages.US,
            "https://disclosure.example")
        .all()
        .forEach(one -> issued.put(one.shown().id(), one));
  }

  static String question(int number) {
    return DerivedId.of(REQUEST, DerivedId.Kind.QUESTION, number);
  }

  static HandoverObject kept(ObjectType type, ObjectNode members) {
    return ObjectRules.owned(new HandoverObject(type, members), Messages.SENDER);
  }

  static List<Integer> codes(Decision decision) {
    return decision.outcomes().stream()
        .map(Decision.Outcome::refusal)
        .map(refusal -> refusal == null ? 0 : refusal.code())
        .toList();
  }
}
