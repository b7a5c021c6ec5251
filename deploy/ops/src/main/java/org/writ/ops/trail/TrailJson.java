package org.writ.ops.trail;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.writ.eventlog.Envelope;
import org.writ.ops.ledger.Ledger.Proof;
import org.writ.ops.log.Logged;

/** A trail as a program reads it. */
final class TrailJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TrailJson() {}

  static String of(Trail trail) {
    ObjectNode json = JSON.createObjectNode();
    json.put("requestId", trail.requestId()).put("key", trail.key().name());
    ArrayNode steps = json.putArray("steps");
    trail.steps().forEach(step -> add(steps.addObject(), step));
    return json.toPrettyString();
  }

  private static void add(ObjectNode json, Step step) {
    Logged event = step.event();
    Envelope envelope = event.attributes();
    json.put("topic", event.topic().topicName())
        .put("partition", event.partition())
        .put("offset", event.offset())
        .put("id", envelope.id().toString())
        .put("type", envelope.type())
        .put("time", envelope.time().toString())
        .put("sequence", envelope.sequence())
        .put("actor", envelope.actor().toString())
        .put("cause", envelope.cause() == null ? null : envelope.cause().toString())
        .put("digest", String.valueOf(event.digest()));
    ObjectNode proof = json.putObject("proof");
    switch (step.proof()) {
      case Proof.Proven proven ->
          proof
              .put("status", "PROVEN")
              .put("leafIndex", proven.leafIndex())
              .put("treeSize", proven.treeSize());
      case Proof.Pending _ -> proof.put("status", "PENDING");
      case Proof.Refuted refuted -> proof.put("status", "REFUTED").put("reason", refuted.reason());
    }
  }
}
