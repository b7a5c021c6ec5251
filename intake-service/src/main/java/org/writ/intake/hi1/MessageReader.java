package org.writ.intake.hi1;

import static org.writ.intake.hi1.Shape.Member.optional;
import static org.writ.intake.hi1.Shape.Member.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Header.Version;
import org.writ.intake.hi1.Shape.Formed;
import org.writ.intake.hi1.Shape.Struct;
import org.writ.intake.hi1.Shape.Words;
import org.writ.web.problem.StrictJson;

/**
 * Reads the bytes of a message. Pure: the same bytes always give the same.
 *
 * <p>The grammar (members in any order; the namespaces' attributes are those of {@link
 * Terms#NAMESPACES}):
 *
 * <pre>
 * message  = { "@xmlns…"*, "Header": header, "Payload": { "RequestPayload": { "ActionRequests": { "ActionRequest": [ action+ ] } } } }
 * header   = { "SenderIdentifier": end, "ReceiverIdentifier": end, "TransactionIdentifier": uuid, "Timestamp": time,
 *              "Version": { "ETSIVersion", "NationalProfileOwner", "NationalProfileVersion" }, "WorkflowIdentifier"? }
 * action   = { "ActionIdentifier": number, one verb with its content }
 * </pre>
 */
final class MessageReader {

  private static final int MAX_ACTIONS = 1_000;
  private static final int MAX_NAMESPACES = 30;

  /** Editions whose messages have the members that are read here: V1.13 to V1.23. */
  static final int FIRST_EDITION = 13;

  static final int LAST_EDITION = 23;

  private static final Pattern VERSION = Pattern.compile("V1\\.(?:1[3-9]|2[0-3])\\.[0-9]{1,2}");

  private static final Struct HEADER =
      Struct.of(
          required("SenderIdentifier", Terms.ENDPOINT),
          required("ReceiverIdentifier", Terms.ENDPOINT),
          required("TransactionIdentifier", Formed.UUID),
          required("Timestamp", Formed.MICROSECONDS),
          required(
              "Version",
              Struct.of(
                  required("ETSIVersion", Words.SHORT),
                  required("NationalProfileOwner", Words.SHORT),
                  required("NationalProfileVersion", Words.SHORT))),
          optional("WorkflowIdentifier", Words.SHORT));

  private final ObjectMapper json;

  MessageReader(ObjectMapper json) {
    this.json = json;
  }

  /** Reads a message. */
  Reception read(byte[] body) {
    if (isXml(body)) {
      return refused(
          ErrorCode.ENCODING_NOT_SUPPORTED.with("Only the JSON encoding is read here, not XML"));
    }
    JsonNode tree;
    try {
      tree = StrictJson.read(json, body);
    } catch (HttpProblem notJson) {
      return refused(ErrorCode.NOT_VALID.with(String.valueOf(notJson.getDetail())));
    }
    return read(tree);
  }

  private Reception read(JsonNode tree) {
    JsonNode head = tree.path("Header");
    var sender = endpoint(head.path("SenderIdentifier"));
    var transaction = transaction(head);
    var faults = new ShapeFaults();
    if (!head.isObject()) {
      return new Reception.Refused(
          null, null, null, ErrorCode.NOT_VALID.with("/Header must be an object"));
    }
    HEADER.check(head, "/Header", faults);
    var invalid = faults.ofMessage();
    if (invalid.isPresent()) {
      return new Reception.Refused(sender, null, transaction, invalid.get());
    }
    var header = header(head);
    if (!VERSION.matcher(header.version().etsi()).matches()) {
      return new Reception.Refused(
          sender,
          header,
          transaction,
          ErrorCode.VERSION_NOT_SUPPORTED.with(
              "/Header/Version/ETSIVersion must be from V1.13.1 to V1.23.x"));
    }
    attributes(tree, faults);
    var actions = actions(tree, faults);
    return faults
        .ofMessage()
        // What follows the schema and is not served.
        .or(faults::ofAction)
        .<Reception>map(refusal -> new Reception.Refused(sender, header, transaction, refusal))
        .orElseGet(() -> new Reception.Read(new Message(header, actions)));
  }

  /** An XML document begins with a bracket, JSON never does. */
  private static boolean isXml(byte[] body) {
    int start = body.length >= 3 && body[0] == (byte) 0xEF ? 3 : 0;
    while (start < body.length && (body[start] <= ' ' && body[start] >= 0)) {
      start++;
    }
    return start < body.length && body[start] == '<';
  }

  private static Reception refused(Refusal refusal) {
    return new Reception.Refused(null, null, null, refusal);
  }

  private static Header header(JsonNode head) {
    JsonNode version = head.path("Version");
    JsonNode workflow = head.get("WorkflowIdentifier");
    return new Header(
        sound(head.path("SenderIdentifier")),
        sound(head.path("ReceiverIdentifier")),
        head.path("TransactionIdentifier").asText(),
        new Version(
            version.path("ETSIVersion").asText(),
            version.path("NationalProfileOwner").asText(),
            version.path("NationalProfileVersion").asText()),
        workflow == null ? null : workflow.asText());
  }

  private static EndpointId sound(JsonNode endpoint) {
    return new EndpointId(
        endpoint.path("CountryCode").asText(), endpoint.path("UniqueIdentifier").asText());
  }

  private static @Nullable EndpointId endpoint(JsonNode node) {
    var faults = new ShapeFaults();
    Terms.ENDPOINT.check(node, "", faults);
    return faults.none() ? sound(node) : null;
  }

  private static @Nullable String transaction(JsonNode head) {
    JsonNode value = head.path("TransactionIdentifier");
    var faults = new ShapeFaults();
    Formed.UUID.check(value, "", faults);
    return faults.none() ? value.textValue() : null;
  }

  /** A prefix that stands for something else than it says would turn every name into another. */
  private static void attributes(JsonNode tree, ShapeFaults faults) {
    int attributes = 0;
    for (var member : tree.properties()) {
      String name = member.getKey();
      if (name.startsWith("@xmlns")) {
        String expected = Terms.NAMESPACES.get(name);
        if (!member.getValue().isTextual()
            || ++attributes > MAX_NAMESPACES
            || (expected != null && !expected.equals(member.getValue().textValue()))) {
          faults.invalid("", "declares a namespace that is not the one of its prefix");
        }
      } else if (name.equals("Signature") || name.equals("Signatures")) {
        // Who sent it is known from the connection; a signature that nobody checks must not look
        // as if somebody had.
        faults.note(
            ErrorCode.NOT_SUPPORTED, "/" + name, "is not checked here and must be left out");
      } else if (!name.equals("Header") && !name.equals("Payload")) {
        faults.invalid("", "has a member that the standard does not know there");
      }
    }
  }

  private List<Action> actions(JsonNode tree, ShapeFaults faults) {
    JsonNode list = tree;
    String pointer = "";
    for (String name : List.of("Payload", "RequestPayload", "ActionRequests")) {
      list = list.path(name);
      pointer += "/" + name;
      if (!list.isObject() || list.size() != 1) {
        faults.invalid(pointer, "must be an object with one member, as in a request");
        return List.of();
      }
    }
    list = list.path("ActionRequest");
    pointer += "/ActionRequest";
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_ACTIONS) {
      faults.invalid(pointer, "must be an array of 1 to %d actions".formatted(MAX_ACTIONS));
      return List.of();
    }
    var actions = new ArrayList<Action>(list.size());
    for (int index = 0; index < list.size(); index++) {
      var action = new ActionReader(pointer + "/" + index, faults).read(list.get(index));
      action.ifPresent(actions::add);
    }
    return List.copyOf(actions);
  }

  /** The object of a kept one's JSON. */
  HandoverObject kept(ObjectType type, String text) {
    try {
      return new HandoverObject(type, (ObjectNode) json.readTree(text));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What is kept was written here", impossible);
    }
  }
}
