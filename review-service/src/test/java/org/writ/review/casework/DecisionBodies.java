package org.writ.review.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Bodies of decisions for tests. */
final class DecisionBodies {

  private DecisionBodies() {}

  static ProposedDecision read(String body) {
    try {
      return DecisionReader.read(new ObjectMapper().readTree(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
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
