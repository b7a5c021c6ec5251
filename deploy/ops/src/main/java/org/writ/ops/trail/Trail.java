package org.writ.ops.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.writ.events.Topic;
import org.writ.ops.OpsException;
import org.writ.ops.ledger.Ledger;
import org.writ.ops.ledger.Ledger.Proof;
import org.writ.ops.log.LogReader;
import org.writ.ops.log.Logged;

/**
 * What the log says about one request.
 *
 * @param requestId the request
 * @param key whether what it says about persons can still be read
 * @param steps by time, and never an effect before its cause
 */
public record Trail(String requestId, Key key, List<Step> steps) {

  /** The topics that a request leaves its steps on. */
  static final List<Topic> TOPICS =
      List.of(
          Topic.INTAKE_REQUESTS,
          Topic.INTAKE_HANDOVERS,
          Topic.REVIEW_CASES,
          Topic.REVIEW_QUALITY,
          Topic.DISCLOSURE_DELIVERIES);

  /** The state of a case key. */
  public enum Key {
    /** None was ever made, or it has gone from the log after its erasure. */
    NONE("no key"),
    ISSUED("key issued"),
    ERASED("ERASED");

    private final String words;

    Key(String words) {
      this.words = words;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }
  }

  /** Keeps a copy. */
  public Trail {
    steps = List.copyOf(steps);
  }

  /**
   * Follows a request through the topics.
   *
   * @throws OpsException if there is no such request
   */
  public static Trail of(String requestId, LogReader log, Ledger ledger) {
    List<Logged> events =
        TOPICS.stream()
            .flatMap(topic -> log.about(topic, requestId).stream())
            .filter(event -> !event.isTombstone())
            .toList();
    if (events.isEmpty()) {
      throw new OpsException("There is no request " + requestId + " on the topics");
    }
    return new Trail(
        requestId,
        key(log.about(Topic.INTAKE_KEYS, requestId)),
        ordered(events).stream().map(event -> step(event, ledger)).toList());
  }

  /** Whether the ledger proves every step. */
  public boolean isProven() {
    return steps.stream().allMatch(step -> step.proof() instanceof Proof.Proven);
  }

  /** Whether the ledger claims a step that it does not prove. */
  public boolean isRefuted() {
    return steps.stream().anyMatch(step -> step.proof() instanceof Proof.Refuted);
  }

  private static Step step(Logged event, Ledger ledger) {
    byte[] digest = Objects.requireNonNull(event.digest(), "a step has a digest").bytes();
    return new Step(event, ledger.prove(digest));
  }

  private static Key key(List<Logged> records) {
    if (records.isEmpty()) {
      return Key.NONE;
    }
    return records.getLast().isTombstone() ? Key.ERASED : Key.ISSUED;
  }

  /**
   * Sorts events by time, and puts each behind its cause even if the clocks of two services do not
   * agree.
   */
  static List<Logged> ordered(List<Logged> events) {
    List<Logged> byTime = new ArrayList<>(events);
    byTime.sort(
        Comparator.comparing((Logged event) -> event.attributes().time())
            .thenComparing(Logged::topic)
            .thenComparing(event -> event.attributes().sequence()));
    Map<UUID, Logged> waiting = new LinkedHashMap<>();
    byTime.forEach(event -> waiting.put(event.attributes().id(), event));
    List<Logged> ordered = new ArrayList<>();
    for (Logged event : byTime) {
      place(event, waiting, ordered);
    }
    return ordered;
  }

  private static void place(Logged event, Map<UUID, Logged> waiting, List<Logged> ordered) {
    if (waiting.remove(event.attributes().id()) == null) {
      return;
    }
    UUID cause = event.attributes().cause();
    Logged before = cause == null ? null : waiting.get(cause);
    if (before != null) {
      place(before, waiting, ordered);
    }
    ordered.add(event);
  }
}
