package org.writ.eventlog.seal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.wire.Models;
import org.writ.events.SchemaVersions;

/**
 * Encoders of sealed records, and decoders, which know every version of their schema that was ever
 * released.
 */
final class SealedSchemas {

  private static final Map<Class<?>, BinaryMessageDecoder<?>> DECODERS = new ConcurrentHashMap<>();

  private static final Map<Class<?>, BinaryMessageEncoder<SpecificRecord>> ENCODERS =
      new ConcurrentHashMap<>();

  private SealedSchemas() {}

  /** Kept, because making one computes the schema's fingerprint. Thread-safe. */
  static BinaryMessageEncoder<SpecificRecord> encoder(SpecificRecord data) {
    return ENCODERS.computeIfAbsent(
        data.getClass(),
        type -> new BinaryMessageEncoder<>(Models.of(data.getClass()), data.getSchema()));
  }

  @SuppressWarnings("unchecked")
  static <T extends SpecificRecord> BinaryMessageDecoder<T> decoder(Class<T> type) {
    return (BinaryMessageDecoder<T>) DECODERS.computeIfAbsent(type, key -> newDecoder(type));
  }

  private static BinaryMessageDecoder<?> newDecoder(Class<? extends SpecificRecord> type) {
    Schema schema = SpecificData.get().getSchema(type);
    var earlier = new SchemaStore.Cache();
    SchemaVersions.of(schema.getFullName()).forEach(earlier::addSchema);
    return new BinaryMessageDecoder<SpecificRecord>(Models.of(type), schema, earlier);
  }
}
