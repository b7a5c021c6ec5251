package org.writ.review.desk.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.writ.review.jurisdiction.SafeguardsBody;

/**
 * The form of a country's safeguards as it was sent.
 *
 * @param mostPeriodDays as it was typed; empty: the policy's
 * @param mostItems as it was typed; empty: the policy's
 * @param reason in one line
 */
record SafeguardsForm(
    boolean escalation,
    List<String> refusedOffences,
    List<String> withoutDualCriminality,
    String mostPeriodDays,
    String mostItems,
    boolean refused,
    String reason) {

  /** Starts from safeguards. */
  static SafeguardsForm of(SafeguardsBody safeguards) {
    return new SafeguardsForm(
        safeguards.escalation(),
        safeguards.refusedOffences(),
        safeguards.withoutDualCriminality(),
        text(safeguards.mostPeriodDays()),
        text(safeguards.mostItems()),
        safeguards.refused(),
        safeguards.reason());
  }

  private static String text(@org.jspecify.annotations.Nullable Integer number) {
    return Optional.ofNullable(number).map(String::valueOf).orElse("");
  }

  static SafeguardsForm read(Typed typed) {
    return new SafeguardsForm(
        typed.ticked("escalation"),
        typed.all("refusedOffences"),
        typed.all("withoutDualCriminality"),
        typed.of("mostPeriodDays").strip(),
        typed.of("mostItems").strip(),
        typed.ticked("refused"),
        typed.of("reason").strip().replaceAll("\\s*\\n\\s*", " "));
  }

  /** As the API takes it. */
  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("escalation", escalation);
    refusedOffences.forEach(json.putArray("refusedOffences")::add);
    withoutDualCriminality.forEach(json.putArray("withoutDualCriminality")::add);
    number(json, "mostPeriodDays", mostPeriodDays);
    number(json, "mostItems", mostItems);
    json.put("refused", refused);
    json.put("reason", reason);
    return json;
  }

  /** What is no number is passed on as it is. */
  private static void number(ObjectNode json, String name, String typed) {
    if (typed.matches("[0-9]{1,9}")) {
      json.put(name, Integer.parseInt(typed));
    } else if (!typed.isEmpty()) {
      json.put(name, typed);
    }
  }
}
