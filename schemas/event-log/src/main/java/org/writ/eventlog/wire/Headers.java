package org.writ.eventlog.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;

/** The envelope as Kafka headers. */
final class Headers {

  static final String ID = "ce_id";
  static final String SOURCE = "ce_source";
  static final String TYPE = "ce_type";
  static final String SUBJECT = "ce_subject";
  static final String TIME = "ce_time";
  static final String SEQUENCE = "ce_sequence";
  static final String CAUSE = "ce_causationid";
  static final String ACTOR = "ce_actor";

  /** The attributes in the order in which the digest takes them. */
  static final List<String> DIGESTED =
      List.of(ID, SOURCE, TYPE, SUBJECT, TIME, SEQUENCE, CAUSE, ACTOR);

  private Headers() {}

  static RecordHeaders of(Envelope envelope) {
    var headers = new RecordHeaders();
    add(headers, "content-type", "application/avro");
    add(headers, "ce_specversion", "1.0");
    add(headers, ID, envelope.id().toString());
    add(headers, SOURCE, envelope.source());
    add(headers, TYPE, envelope.type());
    add(headers, SUBJECT, envelope.subject());
    add(headers, TIME, envelope.time().toString());
    add(headers, SEQUENCE, Long.toString(envelope.sequence()));
    if (envelope.cause() != null) {
      add(headers, CAUSE, envelope.cause().toString());
    }
    add(headers, ACTOR, envelope.actor().toString());
    return headers;
  }

  /**
   * Reads the envelope back.
   *
   * @throws UndecodableEvent if an attribute is missing or malformed
   */
  static Envelope parse(org.apache.kafka.common.header.Headers headers) {
    try {
      String cause = optional(headers, CAUSE);
      return new Envelope(
          UUID.fromString(required(headers, ID)),
          required(headers, SOURCE),
          required(headers, TYPE),
          required(headers, SUBJECT),
          Instant.parse(required(headers, TIME)),
          Long.parseLong(required(headers, SEQUENCE)),
          cause == null ? null : UUID.fromString(cause),
          Actor.parse(required(headers, ACTOR)));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new UndecodableEvent("Malformed CloudEvents header", malformed);
    }
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String required(org.apache.kafka.common.header.Headers headers, String name) {
    String value = optional(headers, name);
    if (value == null) {
      throw new UndecodableEvent("Header " + name + " is missing", null);
    }
    return value;
  }

  private static @Nullable String optional(
      org.apache.kafka.common.header.Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
