package org.writ.ops.trail;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.writ.eventlog.Envelope;
import org.writ.ops.ledger.Ledger.Proof;
import org.writ.ops.log.Logged;

/** A trail as a person reads it. */
final class TrailText {

  private TrailText() {}

  static String of(Trail trail) {
    Map<UUID, Integer> numbers = new HashMap<>();
    StringBuilder text = new StringBuilder();
    text.append("Request %s  %s%n".formatted(trail.requestId(), trail.key().words()));
    for (Step step : trail.steps()) {
      int number = numbers.size() + 1;
      numbers.put(step.event().attributes().id(), number);
      text.append(step(number, step, numbers));
    }
    return text.append(summary(trail)).toString();
  }

  private static String step(int number, Step step, Map<UUID, Integer> numbers) {
    Logged event = step.event();
    Envelope envelope = event.attributes();
    String cause = cause(envelope, numbers);
    return """

        %3d  %s  %s  %s
             %s/%d offset %d, sequence %d, by %s%s
             digest %s
        """
        .formatted(
            number,
            envelope.time(),
            envelope.type().substring(envelope.type().lastIndexOf('.') + 1),
            proof(step.proof()),
            event.topic().topicName(),
            event.partition(),
            event.offset(),
            envelope.sequence(),
            envelope.actor(),
            cause,
            event.digest());
  }

  private static String cause(Envelope envelope, Map<UUID, Integer> numbers) {
    if (envelope.cause() == null) {
      return "";
    }
    Integer number = numbers.get(envelope.cause());
    return ", because of " + (number == null ? envelope.cause().toString() : "step " + number);
  }

  private static String proof(Proof proof) {
    return switch (proof) {
      case Proof.Proven proven ->
          "✓ leaf %d of %d".formatted(proven.leafIndex(), proven.treeSize());
      case Proof.Pending _ -> "pending";
      case Proof.Refuted refuted -> "NOT PROVED: " + refuted.reason();
    };
  }

  private static String summary(Trail trail) {
    long proven =
        trail.steps().stream().filter(step -> step.proof() instanceof Proof.Proven).count();
    return "%n%d steps, %d proved to be in the ledger%n".formatted(trail.steps().size(), proven);
  }
}
