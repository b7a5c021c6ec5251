package org.writ.intake.hi1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Decision.Extension;
import org.writ.intake.hi1.Decision.Kept;
import org.writ.intake.hi1.Decision.Order;
import org.writ.intake.hi1.Decision.Outcome;
import org.writ.intake.hi1.Decision.Paper;
import org.writ.intake.hi1.Decision.Task;
import org.writ.intake.request.Submission.Item;

/** What a message would change, while it is decided action by action. Not thread-safe. */
final class Draft {

  private final List<String> authorisations = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final Map<String, HandoverObject> basis = new HashMap<>();
  private final Map<String, List<Task>> tasks = new LinkedHashMap<>();
  private final Map<String, Set<Item>> asked = new HashMap<>();
  private final Set<String> withdrawn = new LinkedHashSet<>();
  private final Map<String, Instant> extended = new LinkedHashMap<>();
  private final List<Paper> papers = new ArrayList<>();
  private final List<Paper> early = new ArrayList<>();
  private final Map<String, ClarificationAnswer> answers = new LinkedHashMap<>();
  private final Map<String, PackageAcknowledgement> acknowledged = new LinkedHashMap<>();

  /** A decision that only says something. */
  static Decision nothing(List<Outcome> outcomes) {
    return new Decision(
        outcomes, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of());
  }

  /** A new Authorisation reserves the id of its request. */
  void authorise(String requestId, HandoverObject authorisation) {
    authorisations.add(requestId);
    basis.put(requestId, authorisation);
  }

  /** An Authorisation was changed before it became a request. */
  void replaceAuthorisation(String requestId, HandoverObject object) {
    if (object.type() == ObjectType.AUTHORISATION) {
      basis.put(requestId, object);
    }
  }

  /** A task joins the order of an Authorisation; or why it cannot. */
  @Nullable Refusal ask(
      Known authorisation, String itemId, HandoverObject task, HandoverRules.Context context) {
    String requestId = authorisation.requestId();
    basis.putIfAbsent(requestId, authorisation.object());
    var order = tasks.computeIfAbsent(requestId, id -> new ArrayList<>());
    if (!order.isEmpty() && order.getFirst().object().type() != task.type()) {
      return ErrorCode.IMPROPER_VALUE.with(
          "@xsi:type: an Authorisation is for disclosure or for preservation, not for both");
    }
    if (order.size() == context.maxItems()) {
      return ErrorCode.IMPROPER_VALUE.with(
          "AssociatedObjects: at most %d tasks for an Authorisation".formatted(context.maxItems()));
    }
    if (TaskDetails.read(task, context.now()) instanceof TaskDetails.Result.Sound(Item item)
        && !asked.computeIfAbsent(requestId, id -> new HashSet<>()).add(item)) {
      return ErrorCode.IMPROPER_VALUE.with("RequestDetails: asks what another task asks already");
    }
    order.add(new Task(itemId, task));
    return null;
  }

  /** An object is kept as it is now. */
  void keep(HandoverObject object, String requestId, @Nullable String itemId, long generation) {
    kept.add(new Kept(object, requestId, itemId, generation));
  }

  /** A request is taken back. */
  void withdraw(String requestId) {
    withdrawn.add(requestId);
  }

  /** What is preserved for a request is to be kept until this time, at least. */
  void extend(String requestId, Instant until) {
    extended.merge(requestId, until, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Whether tasks of an Authorisation came with the message. */
  boolean hasTasks(String requestId) {
    return tasks.containsKey(requestId);
  }

  /**
   * A document came with the message.
   *
   * @param isSubmitted whether its request is there already
   */
  void add(Paper paper, boolean isSubmitted) {
    papers.add(paper);
    if (!isSubmitted) {
      early.add(paper);
    }
  }

  /**
   * A document whose request is neither there nor comes with the message; null if there is none.
   */
  @Nullable Paper loosePaper() {
    return early.stream()
        .filter(paper -> !tasks.containsKey(paper.requestId()))
        .findFirst()
        .orElse(null);
  }

  /** A question is answered; or why it is not. */
  @Nullable Refusal answer(ClarificationAnswer answer) {
    return answers.putIfAbsent(answer.requestId(), answer) == null
        ? null
        : ErrorCode.IMPROPER_VALUE.with("AssociatedObjects: the question is answered once");
  }

  /** A package is acknowledged. */
  void acknowledge(PackageAcknowledgement acknowledgement) {
    acknowledged.put(acknowledgement.requestId(), acknowledgement);
  }

  /** All of it. */
  Decision decision(List<Outcome> outcomes) {
    var orders = new ArrayList<Order>();
    tasks.forEach(
        (requestId, order) -> {
          var authorisation = basis.get(requestId);
          if (authorisation != null && !order.isEmpty()) {
            orders.add(new Order(requestId, authorisation, List.copyOf(order)));
          }
        });
    return new Decision(
        List.copyOf(outcomes),
        List.copyOf(authorisations),
        List.copyOf(kept),
        orders,
        List.copyOf(withdrawn),
        extended.entrySet().stream()
            .map(extension -> new Extension(extension.getKey(), extension.getValue()))
            .toList(),
        List.copyOf(papers),
        List.copyOf(answers.values()),
        List.copyOf(acknowledged.values()));
  }
}
