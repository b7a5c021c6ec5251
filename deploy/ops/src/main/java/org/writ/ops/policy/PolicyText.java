package org.writ.ops.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Policies and back-tests as lines of text. Pure. */
final class PolicyText {

  private PolicyText() {}

  /** One line of the list. */
  static String entry(JsonNode policy) {
    return "%-24s %-10s from %s%s  %s"
        .formatted(
            policy.path("id").asText(),
            policy.path("status").asText(),
            policy.path("effectiveFrom").asText(),
            policy.hasNonNull("effectiveUntil")
                ? " until " + policy.path("effectiveUntil").asText()
                : "",
            governs(policy.path("governs")));
  }

  /** A policy with its history and its document. */
  static List<String> policy(JsonNode policy) {
    var lines = new ArrayList<String>();
    lines.add(entry(policy));
    lines.add("  digest %s".formatted(policy.path("digest").asText()));
    if (policy.path("history").isEmpty()) {
      lines.add("  came with the service");
    }
    for (JsonNode step : policy.path("history")) {
      lines.add(
          "  %s  %-15s %s  %s"
              .formatted(
                  step.path("at").asText(),
                  step.path("type").asText(),
                  step.path("actor").asText(),
                  step.path("digest").asText()));
    }
    lines.add("");
    policy.path("document").asText().lines().forEach(lines::add);
    return lines;
  }

  /**
   * Every fault with its line and rule.
   *
   * @param problem the service's answer
   */
  static List<String> faults(String file, JsonNode problem) {
    var lines = new ArrayList<String>();
    for (JsonNode fault : problem.path("errors")) {
      lines.add(
          "%s, %s: %s"
              .formatted(file, fault.path("pointer").asText(), fault.path("detail").asText()));
    }
    lines.add("%d fault(s): nothing is proposed.".formatted(problem.path("errors").size()));
    return lines;
  }

  /** The totals of a back-test; none where the page has none. */
  static List<String> totals(JsonNode page) {
    var lines = new ArrayList<String>();
    JsonNode totals = page.path("totals");
    if (!totals.isObject()) {
      return lines;
    }
    lines.add(
        "%s (%s) over %s to %s: %s of %s cases change; %s are outside what it governs."
            .formatted(
                page.path("policy").asText(),
                page.path("digest").asText(),
                page.path("from").asText(),
                page.path("to").asText(),
                totals.path("changed").asText(),
                totals.path("cases").asText(),
                totals.path("outside").asText()));
    if (totals.path("unanswered").asLong() > 0) {
      lines.add(
          "%s cases cannot be analysed: a rule has no answer for them."
              .formatted(totals.path("unanswered").asText()));
    }
    for (JsonNode country : totals.path("countries")) {
      lines.add(
          "  %s  %s of %s cases change"
              .formatted(
                  country.path("country").asText(),
                  country.path("changed").asText(),
                  country.path("cases").asText()));
      for (JsonNode rule : country.path("rules")) {
        lines.add(
            "      %-40s +%s -%s%s"
                .formatted(
                    rule.path("rule").asText(),
                    rule.path("added").asText(),
                    rule.path("removed").asText(),
                    rule.path("unanswered").asLong() > 0
                        ? ", no answer for " + rule.path("unanswered").asText()
                        : ""));
      }
    }
    return lines;
  }

  /** A case in which the policy finds something else. */
  static String changed(JsonNode changed) {
    return "%s  %s  %s %s, analysed under %s, %s%s%s"
        .formatted(
            changed.path("caseId").asText(),
            changed.path("receivedAt").asText(),
            changed.path("country").asText(),
            changed.path("process").asText(),
            changed.path("policy").asText(),
            changed.path("outcome").asText(),
            differences("+", changed.path("added"), changed.path("addedCount").asInt()),
            differences("-", changed.path("removed"), changed.path("removedCount").asInt()));
  }

  private static String differences(String sign, JsonNode listed, int all) {
    var text = new StringBuilder();
    for (JsonNode one : listed) {
      text.append(
          "%n      %s %s %s%s%s"
              .formatted(
                  sign,
                  one.path("severity").asText(),
                  one.path("rule").asText(),
                  one.hasNonNull("ground") ? ", " + one.path("ground").asText() : "",
                  one.hasNonNull("itemId") ? ", item " + one.path("itemId").asText() : ""));
    }
    if (all > listed.size()) {
      text.append("%n      %s and %d more".formatted(sign, all - listed.size()));
    }
    return text.toString();
  }

  private static String governs(JsonNode governs) {
    return governs.isArray()
        ? StreamSupport.stream(governs.spliterator(), false)
            .map(PolicyText::governed)
            .collect(Collectors.joining(", "))
        : "what its document says";
  }

  private static String governed(JsonNode governed) {
    String countries =
        StreamSupport.stream(governed.path("countries").spliterator(), false)
            .map(JsonNode::asText)
            .sorted()
            .collect(Collectors.joining(" "));
    String regime = governed.path("regime").asText();
    return countries.isEmpty() ? regime : "%s (%s)".formatted(regime, countries);
  }
}
