package org.writ.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

  private static final String FIRST =
      """
      {"type": "record", "name": "Seen", "namespace": "t", "fields": [
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "note", "type": ["null", "string"], "default": null},
        {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["UNKNOWN", "NEW"],
          "default": "UNKNOWN"}}]}
      """;

  static Stream<Schema> current() {
    return Contracts.current();
  }

  @ParameterizedTest
  @MethodSource("current")
  @DisabledIfSystemProperty(
      named = Release.PROPERTY,
      matches = "true",
      disabledReason = "a release compares with the versions in the tree, and refuses by itself")
  void everyVersionOfRecordReadsEveryOther(Schema current) {
    // Given
    var versions = new ArrayList<>(SchemaVersions.of(current.getFullName()));
    versions.add(current);

    // When
    List<String> faults = Compatibility.faults(versions);

    // Then
    assertThat(faults)
        .as("A change has to be readable in both directions: add fields with a default only")
        .isEmpty();
  }

  @Test
  void fieldWithDefaultMayBeAdded() {
    assertThat(Compatibility.faults(List.of(schema(FIRST), with("\"default\": 0")))).isEmpty();
  }

  @Test
  void fieldWithoutDefaultIsCaught() {
    assertThat(Compatibility.faults(List.of(schema(FIRST), with("\"doc\": \"new\""))))
        .singleElement()
        .asString()
        .startsWith("t.Seen, versions 1 and 2: the newer cannot read the other at /fields/3")
        .contains("READER_FIELD_MISSING_DEFAULT_VALUE");
  }

  @Test
  void removedFieldWithoutDefaultIsCaught() {
    // Given
    Schema without =
        schema(
            FIRST.replace(
                "{\"name\": \"at\", \"type\": {\"type\": \"long\", \"logicalType\":"
                    + " \"timestamp-millis\"}},",
                ""));

    // When
    List<String> faults = Compatibility.faults(List.of(schema(FIRST), without));

    // Then
    assertThat(faults)
        .singleElement()
        .asString()
        .contains("the older cannot read the other", "READER_FIELD_MISSING_DEFAULT_VALUE");
  }

  @Test
  void changedTypeIsCaughtInBothDirections() {
    assertThat(
            Compatibility.faults(
                List.of(schema(FIRST), schema(FIRST.replace("\"string\"", "\"int\"")))))
        .anyMatch(fault -> fault.contains("the newer cannot read") && fault.contains("lacking"))
        .anyMatch(fault -> fault.contains("the older cannot read") && fault.contains("lacking"));
  }

  @Test
  void bytesInPlaceOfTextAreCaughtThoughAvroReadsThem() {
    // Given
    Schema text = with("string", "\"default\": \"\"");
    Schema bytes = with("bytes", "\"default\": \"\"");

    // When
    List<String> faults = Compatibility.faults(List.of(text, bytes));

    // Then
    assertThat(faults)
        .containsExactly(
            "t.Seen, versions 1 and 2: /count is string in one and bytes in the other");
  }

  @Test
  void bytesInPlaceOfOptionalTextAreCaught() {
    assertThat(
            Compatibility.faults(
                List.of(schema(FIRST), schema(FIRST.replace("\"string\"", "\"bytes\"")))))
        .containsExactly("t.Seen, versions 1 and 2: /note can be string in one only");
  }

  @Test
  void symbolMayBeAddedToEnumWithDefaultOnly() {
    // Given
    Schema wider = schema(FIRST.replace("\"NEW\"]", "\"NEW\", \"OLD\"]"));
    String closed = FIRST.replace(",\n    \"default\": \"UNKNOWN\"", "");
    Schema closedWider = schema(closed.replace("\"NEW\"]", "\"NEW\", \"OLD\"]"));

    // When
    List<String> withDefault = Compatibility.faults(List.of(schema(FIRST), wider));
    List<String> withoutDefault = Compatibility.faults(List.of(schema(closed), closedWider));

    // Then
    assertThat(withDefault).isEmpty();
    assertThat(withoutDefault).singleElement().asString().contains("MISSING_ENUM_SYMBOLS");
  }

  @Test
  void otherUnitOfTimeIsCaughtThoughAvroReadsIt() {
    assertThat(
            Compatibility.faults(
                List.of(
                    schema(FIRST), schema(FIRST.replace("timestamp-millis", "timestamp-micros")))))
        .containsExactly(
            "t.Seen, versions 1 and 2: /at is timestamp-millis in one and timestamp-micros in the"
                + " other");
  }

  @Test
  void versionThatOnlyItsNeighbourReadsIsCaught() {
    // Given: a field that comes with a default, and later loses it
    List<Schema> versions =
        List.of(schema(FIRST), with("\"default\": 0"), with("\"doc\": \"no default now\""));

    // When
    List<String> faults = Compatibility.faults(versions);

    // Then
    assertThat(faults).singleElement().asString().contains("versions 1 and 3: the newer");
  }

  /** The first version and a number {@code count} with this attribute. */
  private static Schema with(String attribute) {
    return with("int", attribute);
  }

  /** The first version and a field {@code count} of this type. */
  private static Schema with(String type, String attribute) {
    return schema(
        FIRST.replace(
            "\"default\": \"UNKNOWN\"}}]}",
            "\"default\": \"UNKNOWN\"}}, {\"name\": \"count\", \"type\": \"%s\", %s}]}"
                .formatted(type, attribute)));
  }

  private static Schema schema(String json) {
    return new Schema.Parser().parse(json);
  }
}
