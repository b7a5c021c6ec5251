package org.writ.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once written in any released version is read for ever, value by value. */
@DisabledIfSystemProperty(
    named = Release.PROPERTY,
    matches = "true",
    disabledReason = "what is released now is on the class path of the next build")
class GoldenBytesTest {

  /** A released version of a record, and the record's schema now. */
  private record Version(Schema current, int number, Schema schema) {

    boolean sealed() {
      return Contracts.isSealed(current);
    }

    Golden kept() {
      return Golden.kept(current.getFullName(), number);
    }

    @Override
    public String toString() {
      return current.getName() + " " + number;
    }
  }

  static Stream<Version> released() {
    return Contracts.current()
        .flatMap(
            current -> {
              List<Schema> schemas = SchemaVersions.of(current.getFullName());
              var versions = new ArrayList<Version>();
              for (int i = 0; i < schemas.size(); i++) {
                versions.add(new Version(current, i + 1, schemas.get(i)));
              }
              return versions.stream();
            });
  }

  /** The versions that are written today. */
  static Stream<Version> newest() {
    return released().filter(version -> version.schema().equals(version.current()));
  }

  @ParameterizedTest
  @MethodSource("released")
  void bytesHoldTheValuesThatWereWritten(Version version) throws IOException {
    // Given
    Golden golden = version.kept();

    // When
    GenericRecord read = read(golden.bytes(), version);

    // Then
    assertThat(read).isEqualTo(golden.values(version.schema()));
    assertThat(Golden.encode(read, version.sealed())).isEqualTo(golden.bytes());
  }

  @ParameterizedTest
  @MethodSource("released")
  void programOfTodayReadsWhatWasWritten(Version version) throws IOException {
    // Given
    Golden golden = version.kept();
    SpecificRecord expected =
        reader(version)
            .read(null, DecoderFactory.get().jsonDecoder(version.schema(), golden.json()));

    // When
    SpecificRecord read =
        version.sealed()
            ? sealedReader(version).decode(golden.bytes())
            : reader(version).read(null, DecoderFactory.get().binaryDecoder(golden.bytes(), null));

    // Then
    // Field by field: Avro's lists do not compare records that hold times.
    assertThat(read).usingRecursiveComparison().isEqualTo(expected);
    assertThat(read.getSchema()).isEqualTo(version.current());
  }

  @ParameterizedTest
  @MethodSource("newest")
  void programOfTodayWritesTheSameBytes(Version version) throws IOException {
    // Given
    Golden golden = version.kept();
    SpecificRecord data =
        reader(version)
            .read(null, DecoderFactory.get().jsonDecoder(version.schema(), golden.json()));

    // When
    byte[] written = write(data, version.sealed());

    // Then
    assertThat(written).isEqualTo(golden.bytes());
  }

  private static GenericRecord read(byte[] bytes, Version version) throws IOException {
    if (version.sealed()) {
      return new BinaryMessageDecoder<GenericRecord>(GenericData.get(), version.schema())
          .decode(bytes);
    }
    return new GenericDatumReader<GenericRecord>(version.schema())
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  private static SpecificDatumReader<SpecificRecord> reader(Version version) {
    return new SpecificDatumReader<>(
        version.schema(), version.current(), SpecificData.getForSchema(version.current()));
  }

  /** Finds the writer's schema by the fingerprint, among the released ones only. */
  private static BinaryMessageDecoder<SpecificRecord> sealedReader(Version version) {
    var versions = new SchemaStore.Cache();
    SchemaVersions.of(version.current().getFullName()).forEach(versions::addSchema);
    return new BinaryMessageDecoder<>(
        SpecificData.getForSchema(version.current()), version.current(), versions);
  }

  private static byte[] write(SpecificRecord data, boolean sealed) throws IOException {
    SpecificData model = SpecificData.getForSchema(data.getSchema());
    var bytes = new ByteArrayOutputStream();
    if (sealed) {
      new BinaryMessageEncoder<SpecificRecord>(model, data.getSchema()).encode(data, bytes);
    } else {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new SpecificDatumWriter<SpecificRecord>(data.getSchema(), model).write(data, encoder);
      encoder.flush();
    }
    return bytes.toByteArray();
  }
}
