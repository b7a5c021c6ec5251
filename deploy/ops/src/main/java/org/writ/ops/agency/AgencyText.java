package org.writ.ops.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Agencies' files as lines of text. Pure. */
final class AgencyText {

  private AgencyText() {}

  /** One line of the list. */
  static String entry(JsonNode agency) {
    return "%-20s %-9s %-2s  %s%s"
        .formatted(
            agency.path("id").asText(),
            agency.path("status").asText(),
            agency.path("country").asText(""),
            agency.path("name").asText(""),
            agency.path("pending").asBoolean() ? "  (waits for a second operator)" : "");
  }

  /** A file. */
  static List<String> file(JsonNode agency) {
    var lines = new ArrayList<String>();
    lines.add(agency.path("id").asText() + "  " + agency.path("status").asText());
    JsonNode suspension = agency.path("suspension");
    if (suspension.isObject()) {
      lines.add(
          "  suspended %s: %s"
              .formatted(suspension.path("at").asText(), suspension.path("reason").asText()));
      if (suspension.hasNonNull("reinstatementProposedBy")) {
        lines.add(
            "  its end is asked for by " + suspension.path("reinstatementProposedBy").asText());
      }
    }
    registration("counts", agency.path("registration"), lines);
    registration("waits for approval", agency.path("pending"), lines);
    for (JsonNode certificate : agency.path("certificates")) {
      lines.add(
          "  certificate %s valid %s to %s"
              .formatted(
                  certificate.path("sha256").asText(),
                  certificate.path("validFrom").asText(),
                  certificate.path("validUntil").asText()));
    }
    for (JsonNode officer : agency.path("officers")) {
      lines.add(
          "  acts for it: %s since %s%s"
              .formatted(
                  officer.path("account").asText(),
                  officer.path("firstSeenAt").asText("never"),
                  officer.hasNonNull("blockedAt") ? ", barred" : ""));
    }
    for (JsonNode step : agency.path("history")) {
      lines.add(
          "  %s  %-28s %s"
              .formatted(
                  step.path("at").asText(),
                  step.path("step").asText(),
                  step.path("actor").asText()));
    }
    return lines;
  }

  /** One fetch of a package. */
  static String fetch(JsonNode fetch) {
    return "  %s  package %s  %s bytes  request %s  by %s"
        .formatted(
            fetch.path("at").asText(),
            fetch.path("sha256").asText(),
            fetch.path("size").asText(),
            fetch.path("requestId").asText(),
            fetch.path("actor").asText());
  }

  private static void registration(String what, JsonNode registration, List<String> lines) {
    if (!registration.isObject()) {
      return;
    }
    lines.add(
        "  %s: %s, %s, %s; put on file %s by %s"
            .formatted(
                what,
                registration.path("name").asText(),
                registration.path("kind").asText(),
                registration.path("country").asText(),
                registration.path("proposedAt").asText(),
                registration.path("proposedBy").asText()));
    lines.add(
        "    domains %s; clients %s; call back %s; HI-1 %s; certificate %s"
            .formatted(
                words(registration.path("domains")),
                words(registration.path("clients")),
                orNone(registration.path("callBackPhone").asText("")),
                endpoint(registration.path("endpoint")),
                registration.path("certificateSha256").asText()));
  }

  private static String endpoint(JsonNode endpoint) {
    return endpoint.isObject()
        ? endpoint.path("countryCode").asText() + "/" + endpoint.path("uniqueIdentifier").asText()
        : "none";
  }

  private static String words(JsonNode array) {
    var words = StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    return orNone(String.join(", ", words));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
