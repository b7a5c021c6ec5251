package org.writ.review.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.writ.web.problem.StreamedJson;

/** Bodies of decisions for tests. */
final class DecisionBodies {

  private DecisionBodies() {}

  static ProposedDecision read(String body) {
    return DecisionReader.read(
        new ObjectMapper(),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
        new StreamedJson.Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  static String body(String... items) {
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  static String approve(String itemId, String... dataTypes) {
    return "{\"itemId\":\"%s\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"%s\"]}"
        .formatted(itemId, String.join("\",\"", dataTypes));
  }

  static String approveUpTo(String itemId, String end, String time) {
    return "{\"itemId\":\"%s\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\"],\"%s\":\"%s\"}"
        .formatted(itemId, end, time);
  }

  static String refuse(String itemId, String ground) {
    return "{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"%s\"}".formatted(itemId, ground);
  }
}
