package org.writ.ops.rebuild;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a rebuild found out.
 *
 * @param json as the service's program printed it
 */
public record Manifest(JsonNode json) {

  /** Whether the rebuilt tables are equal to the live ones. */
  public boolean isEqual() {
    return json.path("equal").asBoolean();
  }

  /** The digests, and the first rows that differ, for a person. */
  public String text() {
    StringBuilder text = new StringBuilder();
    json.path("topics")
        .properties()
        .forEach(
            topic ->
                text.append(
                    "  %-28s %8d events%n"
                        .formatted(topic.getKey(), topic.getValue().path("events").asLong())));
    json.path("tables").forEach(table -> text.append(table(table)));
    return text.append(isEqual() ? "  equal" : "  DIFFERENT").toString();
  }

  private static String table(JsonNode table) {
    boolean equal = table.path("equal").asBoolean();
    String line = line(table, equal ? "" : " (live)", table.path("live"));
    if (equal) {
      return line;
    }
    StringBuilder text = new StringBuilder(line);
    text.append(line(table, " (rebuilt)", table.path("rebuilt")));
    table.path("differences").forEach(row -> text.append("      %s%n".formatted(row.asText())));
    return text.toString();
  }

  private static String line(JsonNode table, String side, JsonNode found) {
    return "  %-28s %8d rows    %s%n"
        .formatted(
            table.path("table").asText() + side,
            found.path("rows").asLong(),
            found.path("sha256").asText());
  }
}
