package org.writ.ops.country;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Safeguards of countries as lines of text. Pure. */
final class CountryText {

  private CountryText() {}

  /** One line of the list. */
  static String entry(JsonNode country) {
    return "%s  edition %s: %s%s"
        .formatted(
            country.path("country").asText(),
            country.path("edition").asText(),
            safeguards(country.path("safeguards")),
            country.path("proposed").isObject() ? "  (waits for a second person)" : "");
  }

  /** A country with its history. */
  static List<String> country(JsonNode country) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  edition %s"
            .formatted(country.path("country").asText(), country.path("edition").asText()));
    lines.add("  counts: " + whole(country.path("safeguards")));
    if (country.path("proposed").isObject()) {
      lines.add(
          "  proposed by %s: %s"
              .formatted(country.path("proposedBy").asText(), whole(country.path("proposed"))));
    }
    for (JsonNode step : country.path("history")) {
      lines.add(
          "  %s  %-22s %s"
              .formatted(
                  step.path("at").asText(),
                  step.hasNonNull("edition")
                      ? "confirmed, edition " + step.path("edition").asText()
                      : "proposed",
                  step.path("actor").asText()));
    }
    return lines;
  }

  private static String whole(JsonNode safeguards) {
    String reason = safeguards.path("reason").asText();
    return safeguards(safeguards) + (reason.isEmpty() ? "" : "; “%s”".formatted(reason));
  }

  private static String safeguards(JsonNode safeguards) {
    var words = new ArrayList<String>();
    if (safeguards.path("refused").asBoolean()) {
      words.add("everything is refused");
    }
    if (safeguards.path("escalation").asBoolean()) {
      words.add("escalated");
    }
    offences("refused", safeguards.path("refusedOffences"), words);
    offences("no offence elsewhere", safeguards.path("withoutDualCriminality"), words);
    if (safeguards.hasNonNull("mostPeriodDays")) {
      words.add("narrow beyond %s days".formatted(safeguards.path("mostPeriodDays").asText()));
    }
    if (safeguards.hasNonNull("mostItems")) {
      words.add("narrow beyond %s accounts".formatted(safeguards.path("mostItems").asText()));
    }
    return words.isEmpty() ? "as the policy says" : String.join(", ", words);
  }

  private static void offences(String what, JsonNode offences, List<String> words) {
    if (!offences.isEmpty()) {
      words.add(
          what
              + " "
              + String.join(
                  " ",
                  StreamSupport.stream(offences.spliterator(), false)
                      .map(JsonNode::asText)
                      .toList()));
    }
  }
}
