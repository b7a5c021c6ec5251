package org.writ.intake.hi1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.request.MessageKind;
import org.writ.intake.request.RequestView;

/**
 * How far the request of an Authorisation has come.
 *
 * @param status of the request
 * @param items what became of each item, by its id; an item of which nothing is known is absent
 * @param steps when it reached which status, in order, at least one
 * @param questions what the reviewers asked, in order
 * @param delivery the package; null until there is one
 * @param preservedUntil until when data is preserved; null if none is
 * @param aside what changed while the status stayed what it was
 */
record RequestStanding(
    RequestStatus status,
    Map<String, Item> items,
    List<Step> steps,
    List<Question> questions,
    @Nullable Package delivery,
    @Nullable Instant preservedUntil,
    Aside aside) {

  /**
   * What became of an item.
   *
   * @param result the state that it is in
   * @param ground why it was refused or nothing was found; null otherwise
   */
  record Item(ItemResult result, @Nullable String ground) {}

  /**
   * A step.
   *
   * @param status what it reached
   * @param at when
   */
  record Step(RequestStatus status, Instant at) {}

  /**
   * Changes that are no steps.
   *
   * @param extensions how often the end of the preservation changed since it was first said
   * @param extendedAt when it did so last; null if it never did
   * @param decidedAt when a decision was told after what disclosure made of it; null if none was
   */
  record Aside(int extensions, @Nullable Instant extendedAt, @Nullable Instant decidedAt) {
    static final Aside NOTHING = new Aside(0, null, null);
  }

  /**
   * A question of the reviewers.
   *
   * @param at when it was asked
   * @param words what was asked; null once the request is erased
   * @param closedAt since when it waits for no answer any more; null if it waits
   */
  record Question(Instant at, @Nullable String words, @Nullable Instant closedAt) {}

  /**
   * The package.
   *
   * @param deliveryId by which it is fetched
   * @param sha256 SHA-256 (hex) of its bytes
   * @param size in bytes
   * @param expiresAt until when it can be fetched
   * @param acknowledgement what the agency said of it over this interface; null if nothing
   */
  record Package(
      String deliveryId,
      String sha256,
      long size,
      Instant expiresAt,
      @Nullable Acknowledgement acknowledgement) {}

  /**
   * What an agency said of its package.
   *
   * @param refusal why disclosure refused it; null if it did not, so far
   * @param changes counts what was said and what was refused, from 1
   * @param changedAt when the newest of these was
   */
  record Acknowledgement(@Nullable String refusal, int changes, Instant changedAt) {}

  /**
   * How far a request has come.
   *
   * @param acknowledgement what the agency said of its package; null if nothing
   * @param aside what changed while the status stayed what it was
   */
  static RequestStanding of(
      RequestView request, @Nullable Acknowledgement acknowledgement, Aside aside) {
    var items = new HashMap<String, Item>();
    for (var item : request.items()) {
      var outcome = item.outcome();
      if (outcome != null) {
        items.put(item.itemId(), new Item(outcome, item.ground()));
      }
    }
    var delivery = request.delivery();
    return new RequestStanding(
        request.status(),
        items,
        request.history().stream().map(step -> new Step(step.status(), step.at())).toList(),
        questions(request),
        delivery == null
            ? null
            : new Package(
                delivery.id(),
                delivery.sha256(),
                delivery.size(),
                delivery.expiresAt(),
                acknowledgement),
        request.preservedUntil(),
        aside);
  }

  private static List<Question> questions(RequestView request) {
    var messages = request.messages();
    var questions = new ArrayList<Question>();
    for (int place = 0; place < messages.size(); place++) {
      var message = messages.get(place);
      if (message.kind() == MessageKind.QUESTION) {
        questions.add(
            new Question(
                message.at(),
                message.text(),
                closedAt(request, message.at(), messages.subList(place + 1, messages.size()))));
      }
    }
    return questions;
  }

  /** A question waits until it is answered, or another is asked, or the request goes on. */
  private static @Nullable Instant closedAt(
      RequestView request, Instant askedAt, List<RequestView.Message> later) {
    for (var message : later) {
      if (message.kind() == MessageKind.ANSWER || message.kind() == MessageKind.QUESTION) {
        return message.at();
      }
    }
    if (request.status() == RequestStatus.CLARIFICATION_REQUESTED) {
      return null;
    }
    return request.history().stream()
        .filter(step -> step.status() != RequestStatus.CLARIFICATION_REQUESTED)
        .map(RequestView.Step::at)
        .filter(at -> at.isAfter(askedAt))
        .findFirst()
        .orElse(askedAt);
  }

  /** Number of the question that waits for an answer, from 0; -1 if none does. */
  int waitingQuestion() {
    int last = questions.size() - 1;
    return last >= 0 && questions.get(last).closedAt() == null ? last : -1;
  }

  /** The state of an item; null if nothing is known of it, or there is no item. */
  @Nullable ItemResult result(@Nullable String itemId) {
    var item = itemId == null ? null : items.get(itemId);
    return item == null ? null : item.result();
  }

  /** When the newest step was. */
  Instant changedAt() {
    return steps.getLast().at();
  }
}
