package org.writ.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * How a reviewer of the demo decides: refuses what a blocking finding is about, or one that gives a
 * ground and wants a second person, on that ground, and approves the rest as far as the policy
 * discloses it. Emergencies are refused as a whole: approving them takes a call to the agency and a
 * second person. Pure.
 */
public final class CaseDecision {

  /** What the first policy discloses. */
  private static final Set<String> DISCLOSED = Set.of("IP_ADDRESS", "PHONE_NUMBER");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CaseDecision() {}

  /**
   * The decision.
   *
   * @param file the case as {@code GET /v1/cases/{id}} shows it
   * @return the body for {@code POST /v1/cases/{id}/decision}
   */
  public static String of(JsonNode file) {
    ObjectNode decision = JSON.createObjectNode();
    ArrayNode items = decision.putArray("items");
    for (JsonNode item : file.path("items")) {
      String itemId = item.path("itemId").asText();
      ObjectNode decided = items.addObject().put("itemId", itemId);
      Optional<JsonNode> against = against(file, itemId);
      if (against.isPresent()) {
        decided
            .put("outcome", "REFUSE")
            .put("ground", against.get().path("ground").asText())
            .put("explanation", against.get().path("sentence").asText());
      } else if (file.path("process").asText().equals("EMERGENCY")) {
        decided
            .put("outcome", "REFUSE")
            .put("ground", "SUSPECTED_FORGERY")
            .put("explanation", "Nobody has called the agency back.");
      } else {
        decided.put("outcome", "APPROVE");
        ArrayNode dataTypes = decided.putArray("dataTypes");
        for (JsonNode type : item.path("dataTypes")) {
          if (DISCLOSED.contains(type.asText())) {
            dataTypes.add(type.asText());
          }
        }
      }
    }
    return decision.toString();
  }

  private static Optional<JsonNode> against(JsonNode file, String itemId) {
    return StreamSupport.stream(file.path("findings").spliterator(), false)
        .filter(finding -> !finding.path("severity").asText().equals("NOTE"))
        .filter(finding -> finding.hasNonNull("ground"))
        .filter(
            finding ->
                !finding.hasNonNull("itemId") || finding.path("itemId").asText().equals(itemId))
        .findFirst();
  }
}
