package org.writ.eventlog;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.seal.Sealed;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;

/**
 * An event as it stands on its topic.
 *
 * @param topic the topic
 * @param envelope the attributes around the record
 * @param data the Avro record, of one of the topic's types
 * @param digest what the ledger proves: of the bytes as they were written, so that it stays the
 *     same when a later program reads them with a newer schema
 */
public record Event(Topic topic, Envelope envelope, SpecificRecord data, EventDigest digest) {

  /** Name of the field that carries a sealed part, in every record that has one. */
  public static final String SEALED = "sealed";

  /** The sealed part as it came, to be stored in a row; empty if the record has none. */
  public Optional<Sealed> sealed() {
    Schema.Field field = data.getSchema().getField(SEALED);
    if (field == null || !(data.get(field.pos()) instanceof ByteBuffer bytes)) {
      return Optional.empty();
    }
    byte[] ciphertext = new byte[bytes.remaining()];
    bytes.duplicate().get(ciphertext);
    return Optional.of(new Sealed(envelope.subject(), envelope.id(), envelope.type(), ciphertext));
  }
}
