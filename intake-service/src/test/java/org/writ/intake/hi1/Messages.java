package org.writ.intake.hi1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.writ.intake.request.SubmissionBody;

/** Messages as an agency's own system writes them. */
final class Messages {

  static final EndpointId SENDER = new EndpointId("XX", "ACTOR01");
  static final EndpointId US = new EndpointId("XX", "ACTOR02");

  private Messages() {}

  static String id() {
    return UUID.randomUUID().toString();
  }

  /** A message with these contents of its actions, numbered in order. */
  static ObjectNode message(String transaction, ObjectNode... actions) {
    return from(SENDER, transaction, actions);
  }

  /** The same from another sender. */
  static ObjectNode from(EndpointId sender, String transaction, ObjectNode... actions) {
    ObjectNode message = SubmissionBody.JSON.createObjectNode();
    message.put("@xmlns", "http://uri.etsi.org/03120/common/2019/10/Core");
    ObjectNode head = message.putObject("Header");
    head.set("SenderIdentifier", Terms.endpoint(sender));
    head.set("ReceiverIdentifier", Terms.endpoint(US));
    head.put("TransactionIdentifier", transaction);
    head.put("Timestamp", "2026-11-20T09:00:00.000000Z");
    head.putObject("Version")
        .put("ETSIVersion", "V1.13.1")
        .put("NationalProfileOwner", "XX")
        .put("NationalProfileVersion", "v1.0");
    ArrayNode list =
        message
            .putObject("Payload")
            .putObject("RequestPayload")
            .putObject("ActionRequests")
            .putArray("ActionRequest");
    for (ObjectNode action : actions) {
      ObjectNode numbered = list.addObject();
      numbered.put("ActionIdentifier", list.size() - 1);
      numbered.setAll(action);
    }
    return message;
  }

  static ObjectNode create(ObjectNode object) {
    return verb("CREATE", content(object));
  }

  static ObjectNode update(ObjectNode object) {
    return verb("UPDATE", content(object));
  }

  static ObjectNode get(String id) {
    return verb("GET", SubmissionBody.JSON.createObjectNode().put("Identifier", id));
  }

  static ObjectNode deliver(ObjectNode object) {
    ObjectNode content = SubmissionBody.JSON.createObjectNode();
    content.put("Identifier", object.get("ObjectIdentifier").asText());
    content.set("HI1Object", object);
    return verb("DELIVER", content);
  }

  static ObjectNode verb(String verb, ObjectNode content) {
    ObjectNode action = SubmissionBody.JSON.createObjectNode();
    action.set(verb, content);
    return action;
  }

  private static ObjectNode content(ObjectNode object) {
    ObjectNode content = SubmissionBody.JSON.createObjectNode();
    content.set("HI1Object", object);
    return content;
  }

  static ObjectNode object(ObjectType type, String id) {
    return SubmissionBody.JSON
        .createObjectNode()
        .put("@xsi:type", type.xsiType())
        .put("ObjectIdentifier", id);
  }

  static ObjectNode authorisation(String id) {
    ObjectNode object = object(ObjectType.AUTHORISATION, id);
    object.put("auth:AuthorisationReference", "AZ 2026/77");
    object
        .putObject("auth:AuthorisationTimespan")
        .put("auth:StartTime", "2026-11-20T12:00:00Z")
        .put("auth:EndTime", "2027-02-20T12:00:00Z");
    return object;
  }

  static ObjectNode task(String id, String authorisation) {
    return task(
        ObjectType.LD_TASK, id, authorisation, "ETSI", "InternationalE164", "4915100000001");
  }

  static ObjectNode task(
      ObjectType type, String id, String authorisation, String owner, String format, String value) {
    ObjectNode object = object(type, id);
    object.putObject("AssociatedObjects").putArray("AssociatedObject").add(authorisation);
    object.put("task:Reference", "XX-ACTOR01-77");
    ObjectNode target =
        object
            .putObject("task:RequestDetails")
            .putObject("task:RequestValues")
            .putArray("task:RequestValue")
            .addObject();
    target
        .putObject("task:FormatType")
        .put("task:FormatOwner", owner)
        .put("task:FormatName", format);
    target.put("task:Value", value);
    return object;
  }

  /** The object with a wish for a status. */
  static ObjectNode wishing(ObjectNode object, String status) {
    var type = ObjectType.ofXsiType(object.get("@xsi:type").asText()).orElseThrow();
    object.set(type.desiredStatusMember(), Terms.entry("ETSI", "DesiredStatus", status));
    return object;
  }

  /** The object with links to others. */
  static ObjectNode linked(ObjectNode object, String... ids) {
    var links = object.putObject("AssociatedObjects").putArray("AssociatedObject");
    List.of(ids).forEach(links::add);
    return object;
  }

  /** A document with these bytes, linked to others. */
  static ObjectNode document(String id, String contentType, byte[] bytes, String... links) {
    ObjectNode object = linked(object(ObjectType.DOCUMENT, id), links);
    object
        .putObject("doc:DocumentBody")
        .put("doc:Contents", Base64.getEncoder().encodeToString(bytes))
        .put("doc:ContentType", contentType);
    return object;
  }

  /** An answer to a question, as ETSI's profile for Regulation (EU) 2023/1543 has it. */
  static ObjectNode answer(String id, String words, String... links) {
    ObjectNode object = document(id, "text/plain", words.getBytes(StandardCharsets.UTF_8), links);
    object.set(
        "doc:DocumentType",
        Terms.entry("ETSI", "EPOCDocumentType", "ProvideAdditionalInformation"));
    return object;
  }

  /** What a receiver says of a delivery, by the hash of what it has. */
  static ObjectNode acknowledgement(String delivery, String status, String sha256) {
    ObjectNode object = object(ObjectType.DELIVERY, delivery);
    object
        .putObject("delivery:Delivery")
        .putObject("delivery:URL")
        .putObject("delivery:Checksums")
        .putArray("delivery:Checksum")
        .addObject()
        .put("delivery:ChecksumAlgorithm", "SHA-256")
        .put("delivery:ChecksumValue", sha256);
    object.set("delivery:DeliveryStatus", Terms.entry("ETSI", "DeliveryStatus", status));
    return object;
  }

  static byte[] bytes(JsonNode message) {
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Reception read(JsonNode message) {
    return new MessageReader(SubmissionBody.JSON).read(bytes(message));
  }

  static Message sound(JsonNode message) {
    return switch (read(message)) {
      case Reception.Read(Message sound) -> sound;
      case Reception.Refused refused -> throw new AssertionError(refused);
    };
  }

  static JsonNode parse(String json) {
    try {
      return SubmissionBody.JSON.readTree(json);
    } catch (JsonProcessingException mistake) {
      throw new IllegalArgumentException(json, mistake);
    }
  }
}
