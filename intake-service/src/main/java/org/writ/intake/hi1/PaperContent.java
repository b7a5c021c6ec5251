package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;

/**
 * The document inside an object. Its bytes are kept with the documents of the request and nowhere
 * else.
 *
 * @param fileName as the sender calls it; empty if it does not
 * @param bytes of the document
 */
record PaperContent(String fileName, byte[] bytes) {

  /** The content of a DocumentObject or a DeliveryObject; empty if it has none. */
  static Optional<PaperContent> of(HandoverObject object) {
    return switch (object.type()) {
      case DOCUMENT ->
          content(
              object.at("doc:DocumentBody", "doc:Contents"),
              object.text("doc:DocumentName").orElse(""));
      case DELIVERY ->
          content(
              object.at("delivery:Delivery", "delivery:BinaryData", "delivery:Data"),
              object
                  .text("delivery:Delivery", "delivery:BinaryData", "delivery:OriginalFilename")
                  .orElse(""));
      case AUTHORISATION, LD_TASK, LP_TASK, NOTIFICATION -> Optional.empty();
    };
  }

  /** Takes the bytes out of an object's members. */
  static void strip(ObjectNode members) {
    remove(members.path("doc:DocumentBody"), "doc:Contents");
    remove(members.path("delivery:Delivery").path("delivery:BinaryData"), "delivery:Data");
  }

  private static void remove(JsonNode parent, String name) {
    if (parent instanceof ObjectNode object) {
      object.remove(name);
    }
  }

  private static Optional<PaperContent> content(JsonNode data, String fileName) {
    return data.isTextual() && !data.textValue().isEmpty()
        ? Optional.of(new PaperContent(fileName, Base64.getDecoder().decode(data.textValue())))
        : Optional.empty();
  }

  /** Without the bytes. */
  @Override
  public String toString() {
    return "PaperContent[" + bytes.length + " bytes]";
  }
}
