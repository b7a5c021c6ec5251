package org.writ.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds an event's record: CloudEvents 1.0 attributes, sent as Kafka headers (binary
 * binding).
 *
 * @param id {@code ce_id}, UUIDv7, unique
 * @param source {@code ce_source}, the service that wrote it, such as {@code /writ/intake}
 * @param type {@code ce_type}, the Avro record's full name
 * @param subject {@code ce_subject}, the aggregate's id; also the Kafka key
 * @param time {@code ce_time}, when it was appended (milliseconds)
 * @param sequence {@code ce_sequence}, the aggregate's version, contiguous from 1; 0 where a topic
 *     is not sequenced
 * @param cause {@code ce_causationid}, id of the event that this one answers; null if a person or a
 *     clock caused it
 * @param actor {@code ce_actor}
 */
public record Envelope(
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    long sequence,
    @Nullable UUID cause,
    Actor actor) {}
