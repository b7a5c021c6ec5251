package org.writ.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * One record of a released version as it was encoded when the version was released, kept as {@code
 * golden/<full name>/<n>.hex}, and the values that are in it, as {@code <n>.json} (Avro's JSON
 * encoding). An event is plain Avro binary; a sealed record has Avro's single-object encoding, with
 * its schema's fingerprint in front.
 *
 * @param hex the bytes, 32 to a line
 * @param json the values
 */
record Golden(String hex, String json) {

  private static final int LINE = 32;

  /** The record that is kept of a new version. */
  static Golden of(Schema schema, boolean sealed) {
    GenericRecord specimen = Specimen.of(schema);
    return new Golden(lines(encode(specimen, sealed)), json(specimen));
  }

  /**
   * What was kept of a version.
   *
   * @throws AssertionError if nothing was
   */
  static Golden kept(String fullName, int version) {
    String resource = "/golden/%s/%d.".formatted(fullName, version);
    return new Golden(read(resource + "hex"), read(resource + "json"));
  }

  private static String read(String resource) {
    try (InputStream file = Golden.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new AssertionError(
            ("src/test/resources%s is missing: it was written when the version was released, and"
                    + " has to be kept for ever")
                .formatted(resource));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The bytes. */
  byte[] bytes() {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  /** The values, of the version's schema. */
  GenericRecord values(Schema version) {
    try {
      return new GenericDatumReader<GenericRecord>(version)
          .read(null, DecoderFactory.get().jsonDecoder(version, json));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** Encodes a record as the log does. */
  static byte[] encode(GenericRecord data, boolean sealed) {
    try {
      if (sealed) {
        var buffer =
            new BinaryMessageEncoder<GenericRecord>(GenericData.get(), data.getSchema())
                .encode(data);
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
      }
      var bytes = new ByteArrayOutputStream();
      var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(data.getSchema()).write(data, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String json(GenericRecord data) {
    try {
      var text = new ByteArrayOutputStream();
      JsonEncoder encoder = EncoderFactory.get().jsonEncoder(data.getSchema(), text, true);
      new GenericDatumWriter<GenericRecord>(data.getSchema()).write(data, encoder);
      encoder.flush();
      return text.toString(StandardCharsets.UTF_8) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String lines(byte[] bytes) {
    return IntStream.iterate(0, from -> from < bytes.length, from -> from + LINE)
        .mapToObj(
            from ->
                HexFormat.of().formatHex(bytes, from, Math.min(from + LINE, bytes.length)) + "\n")
        .collect(Collectors.joining());
  }
}
