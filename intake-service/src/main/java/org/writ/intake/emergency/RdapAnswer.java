package org.writ.intake.emergency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What a registry says about a domain: the domain object class of RFC 9083, section 5.3. Pure. */
final class RdapAnswer {

  private RdapAnswer() {}

  /**
   * When the domain was registered: the event {@code registration} (RFC 9083, section 4.5).
   *
   * @param domain that was asked for, in its canonical form
   * @return empty if the answer is no such object, is about another domain or does not say it
   */
  static Optional<Instant> registeredAt(ObjectMapper json, byte[] body, String domain) {
    JsonNode answer;
    try {
      answer = json.readTree(body);
    } catch (IOException malformed) {
      return Optional.empty();
    }
    if (answer == null
        || !answer.path("objectClassName").asText().equals("domain")
        || !answer.path("ldhName").asText(domain).equalsIgnoreCase(domain)) {
      return Optional.empty();
    }
    for (JsonNode event : answer.path("events")) {
      if (event.path("eventAction").asText().equals("registration")) {
        return time(event.path("eventDate").asText());
      }
    }
    return Optional.empty();
  }

  /** RFC 3339. */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
