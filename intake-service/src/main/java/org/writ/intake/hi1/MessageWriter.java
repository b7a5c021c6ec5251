package org.writ.intake.hi1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers, with their members in the standard's order: the same answer is the same bytes.
 * The header is the request's with a time of our own, as in ETSI's example of an answer: it names
 * the two ends of the exchange and its transaction.
 */
final class MessageWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** Declared in every answer; the others where they are needed. */
  private static final Set<String> ALWAYS =
      Set.of("@xmlns", "@xmlns:xsi", "@xmlns:common", "@xmlns:task", "@xmlns:auth");

  private final ObjectMapper json;

  MessageWriter(ObjectMapper json) {
    this.json = json;
  }

  /**
   * An answer to one action.
   *
   * @param outcome what became of it
   * @param content of an answer that reads something; null if there is none
   */
  record Answer(Decision.Outcome outcome, @Nullable ObjectNode content) {}

  /** An answer to the actions of a message. */
  byte[] answers(Header header, Instant at, List<Answer> answers) {
    ArrayNode list = JSON.arrayNode(answers.size());
    answers.forEach(answer -> list.add(answer(answer)));
    ObjectNode payload = JSON.objectNode();
    payload.set("ActionResponses", JSON.objectNode().set("ActionResponse", list));
    return message(header, at, payload);
  }

  /** An answer to a message that is refused as a whole. */
  byte[] refusal(Header header, Instant at, Refusal refusal) {
    ObjectNode payload = JSON.objectNode();
    payload.set("ErrorInformation", error(refusal));
    return message(header, at, payload);
  }

  private static ObjectNode answer(Answer answer) {
    var outcome = answer.outcome();
    ObjectNode written = JSON.objectNode().put("ActionIdentifier", outcome.action());
    Refusal refusal = outcome.refusal();
    if (refusal != null) {
      written.set("ErrorInformation", error(refusal));
      return written;
    }
    ObjectNode content = answer.content();
    if (content == null) {
      content = JSON.objectNode().put("Identifier", outcome.object());
    }
    written.set(outcome.verb() + "Response", content);
    return written;
  }

  private static ObjectNode error(Refusal refusal) {
    return JSON.objectNode()
        .put("ErrorCode", refusal.code())
        .put("ErrorDescription", refusal.detail());
  }

  private byte[] message(Header header, Instant at, ObjectNode payload) {
    try {
      ObjectNode body = JSON.objectNode();
      body.set("Header", head(header, at));
      body.set("Payload", JSON.objectNode().set("ResponsePayload", payload));
      String text = json.writeValueAsString(body);
      ObjectNode message = JSON.objectNode();
      Terms.NAMESPACES.forEach(
          (name, uri) -> {
            String prefix = name.substring(name.indexOf(':') + 1);
            if (ALWAYS.contains(name) || text.contains('"' + prefix + ":")) {
              message.put(name, uri);
            }
          });
      message.setAll(body);
      return json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Every tree can be written", impossible);
    }
  }

  private static ObjectNode head(Header header, Instant at) {
    ObjectNode head = JSON.objectNode();
    head.set("SenderIdentifier", Terms.endpoint(header.sender()));
    head.set("ReceiverIdentifier", Terms.endpoint(header.receiver()));
    head.put("TransactionIdentifier", header.transaction());
    head.put("Timestamp", MICROSECONDS.format(at));
    head.set(
        "Version",
        JSON.objectNode()
            .put("ETSIVersion", header.version().etsi())
            .put("NationalProfileOwner", header.version().profileOwner())
            .put("NationalProfileVersion", header.version().profile()));
    String workflow = header.workflow();
    if (workflow != null) {
      head.put("WorkflowIdentifier", workflow);
    }
    return head;
  }
}
