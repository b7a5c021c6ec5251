package org.writ.events;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Fills a record of any schema: every field set, no text, number or bytes twice (so that two fields
 * that change places are noticed), text outside ASCII, numbers of several bytes, two elements in
 * each array. The same schema gives the same record.
 */
final class Specimen {

  private static final long FIRST_MILLIS = Instant.parse("2026-11-21T12:00:00.123Z").toEpochMilli();
  private static final int FIRST_DAY = (int) LocalDate.parse("2026-11-21").toEpochDay();
  private static final int SMALL = 40_000;
  private static final long LARGE = 5_000_000_000L;
  private static final int BLOB = 5;

  private int ordinal;

  private Specimen() {}

  /** A record of this schema with a value in every field. */
  static GenericRecord of(Schema schema) {
    return new Specimen().fill(schema);
  }

  private GenericRecord fill(Schema schema) {
    var filled = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      filled.put(field.pos(), value(field.schema(), field.name()));
    }
    return filled;
  }

  private Object value(Schema schema, String name) {
    ordinal++;
    return switch (schema.getType()) {
      case RECORD -> fill(schema);
      case ARRAY ->
          new GenericData.Array<>(
              schema,
              List.of(value(schema.getElementType(), name), value(schema.getElementType(), name)));
      case UNION -> value(nonNull(schema), name);
      case ENUM -> {
        List<String> symbols = schema.getEnumSymbols();
        yield new GenericData.EnumSymbol(schema, symbols.get(1 + ordinal % (symbols.size() - 1)));
      }
      case STRING -> "%s №%d".formatted(name, ordinal);
      case BYTES -> ByteBuffer.wrap(bytes(BLOB));
      case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize()));
      case LONG -> logical(schema, "timestamp-millis") ? FIRST_MILLIS + ordinal : LARGE + ordinal;
      case INT -> logical(schema, "date") ? FIRST_DAY + ordinal : SMALL + ordinal;
      case BOOLEAN -> true;
      case FLOAT, DOUBLE, MAP, NULL ->
          throw new IllegalArgumentException("No specimen of " + schema + " for " + name);
    };
  }

  private static Schema nonNull(Schema union) {
    return union.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static boolean logical(Schema schema, String name) {
    LogicalType type = schema.getLogicalType();
    return type != null && type.getName().equals(name);
  }

  /** Bytes counting down from 255. */
  private byte[] bytes(int size) {
    var bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (255 - ordinal - i);
    }
    return bytes;
  }
}
