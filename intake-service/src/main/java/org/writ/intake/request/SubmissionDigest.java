package org.writ.intake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.writ.web.problem.StrictJson;

/**
 * SHA-256 (hex) of a submission, the same however its members are ordered and spaced: that of the
 * canonical body in which the array of items is replaced by the SHA-256 of the items' own digests,
 * each with a line feed. So it needs one item at a time. Not thread-safe.
 */
final class SubmissionDigest {

  private final ObjectMapper json;
  private final MessageDigest items;

  SubmissionDigest(ObjectMapper json) {
    this.json = json;
    try {
      this.items = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /** The digest of a body that stands in memory. */
  static String of(ObjectMapper json, JsonNode body) {
    var digest = new SubmissionDigest(json);
    if (body.path(SubmissionReader.ITEMS).isArray()) {
      body.path(SubmissionReader.ITEMS).forEach(digest::accept);
    }
    return digest.of(body);
  }

  /** Takes the next item. */
  void accept(JsonNode item) {
    items.update((StrictJson.digest(json, item) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The digest, once the last item is taken; the body's own array is not looked at. */
  String of(JsonNode body) {
    if (!(body instanceof ObjectNode members)) {
      return StrictJson.digest(json, body);
    }
    var rest = json.createObjectNode();
    rest.setAll(members);
    rest.put(SubmissionReader.ITEMS, HexFormat.of().formatHex(items.digest()));
    return StrictJson.digest(json, rest);
  }
}
