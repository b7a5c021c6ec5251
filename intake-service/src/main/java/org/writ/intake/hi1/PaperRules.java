package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What something that carries a document must keep to. Pure. A sender that says how long its
 * document is, or what its hash is, wants to be told if it came otherwise; one that sends a part of
 * several, or a reference to more, must not believe that it was taken.
 */
final class PaperRules {

  private static final String DELIVERY = "delivery:Delivery";
  private static final String BINARY = "delivery:BinaryData";

  private PaperRules() {}

  /** Why an object that carries a document is refused; null if it is not. */
  static @Nullable Refusal refusal(HandoverObject object) {
    var content = PaperContent.of(object);
    if (object.type() == ObjectType.DOCUMENT) {
      return content.isPresent()
          ? null
          : ErrorCode.MISSING.with("doc:DocumentBody: the document itself");
    }
    if (object.at("delivery:LastSequence").isBoolean()
        && !object.at("delivery:LastSequence").booleanValue()) {
      return ErrorCode.NOT_SUPPORTED.with(
          "delivery:LastSequence: a document is taken whole, not in parts");
    }
    if (object.at("delivery:SequenceNumber").longValue() > 1) {
      return ErrorCode.NOT_SUPPORTED.with(
          "delivery:SequenceNumber: a document is taken whole, not in parts");
    }
    if (content.isEmpty() || object.at(DELIVERY).size() != 1) {
      return ErrorCode.NOT_SUPPORTED.with(
          DELIVERY + ": BinaryData with Data is taken, and nothing besides");
    }
    byte[] bytes = content.get().bytes();
    JsonNode length = object.at(DELIVERY, BINARY, "delivery:ContentLength");
    if (!length.isMissingNode() && length.longValue() != bytes.length) {
      return ErrorCode.IMPROPER_VALUE.with(
          "delivery:ContentLength: the document has %d bytes".formatted(bytes.length));
    }
    JsonNode checksums = object.at(DELIVERY, BINARY, "delivery:Checksums");
    return checksums.isMissingNode() ? null : checksums(checksums, bytes);
  }

  private static @Nullable Refusal checksums(JsonNode checksums, byte[] bytes) {
    JsonNode list = checksums.path("delivery:Checksum");
    Iterable<JsonNode> all = list.isArray() ? list : List.of(list);
    String expected = sha256(bytes);
    for (JsonNode checksum : all) {
      if (!checksum
          .path("delivery:ChecksumAlgorithm")
          .asText()
          .equals(PackageAcknowledgement.ALGORITHM)) {
        return ErrorCode.NOT_SUPPORTED.with("ChecksumAlgorithm: only SHA-256 is served");
      }
      if (!checksum.path("delivery:ChecksumValue").asText().equalsIgnoreCase(expected)) {
        return ErrorCode.IMPROPER_VALUE.with(
            "ChecksumValue: is not the SHA-256 (hex) of the document");
      }
    }
    return list.isEmpty()
        ? ErrorCode.IMPROPER_VALUE.with("delivery:Checksums: names no Checksum")
        : null;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
