package org.writ.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedVersionsTest {

  private static final String FIRST =
      """
      {"type": "record", "name": "Seen", "namespace": "t", "fields": [
        {"name": "who", "type": "string", "doc": "A name."}]}
      """;
  private static final String SECOND =
      FIRST.replace("]}", ", {\"name\": \"times\", \"type\": \"int\", \"default\": 1}]}");

  @TempDir private Path folder;

  static Stream<Schema> current() {
    return Contracts.current();
  }

  @ParameterizedTest
  @MethodSource("current")
  @DisabledIfSystemProperty(
      named = Release.PROPERTY,
      matches = "true",
      disabledReason = "what is released now is on the class path of the next build")
  void schemaOfRecordIsItsNewestReleasedVersion(Schema current) {
    // When
    List<Schema> released = SchemaVersions.of(current.getFullName());

    // Then
    assertThat(!released.isEmpty() && released.getLast().equals(current))
        .withFailMessage(
            "The schema of %s is not its newest released version (%d). If the change is meant,"
                + " release it with: mvn -pl schemas/events test -D%s=true, and commit the new"
                + " files. See schemas/events/README.md.",
            current.getFullName(), released.size(), Release.PROPERTY)
        .isTrue();
  }

  @Test
  @EnabledIfSystemProperty(
      named = Release.PROPERTY,
      matches = "true",
      disabledReason = "releases only when asked to")
  void releaseWritesWhatIsNew() throws IOException {
    // When
    var written = new ArrayList<Path>();
    for (Schema schema : Contracts.current().toList()) {
      written.addAll(Release.intoTree().release(schema, Contracts.isSealed(schema)));
    }

    // Then
    written.forEach(file -> System.out.println("Released " + file));
    for (Schema schema : Contracts.current().toList()) {
      assertThat(Release.intoTree().released(schema.getFullName())).last().isEqualTo(schema);
    }
  }

  @Test
  void firstReleaseWritesSchemaAndGoldenBytes() throws IOException {
    // When
    List<Path> written = release().release(schema(FIRST), false);

    // Then
    assertThat(written)
        .containsExactly(
            folder.resolve("golden/t.Seen/1.hex"),
            folder.resolve("golden/t.Seen/1.json"),
            folder.resolve("versions/t.Seen/1.avsc"));
    assertThat(release().released("t.Seen")).containsExactly(schema(FIRST));
    assertThat(folder.resolve("golden/t.Seen/1.hex")).hasContent("1077686f20e2849631");
    assertThat(folder.resolve("golden/t.Seen/1.json")).content().contains("\"who №1\"");
  }

  @Test
  void changedSchemaBecomesTheNextVersionBesideTheFirst() throws IOException {
    // Given
    release().release(schema(FIRST), false);

    // When
    List<Path> written = release().release(schema(SECOND), false);

    // Then
    assertThat(written).last().isEqualTo(folder.resolve("versions/t.Seen/2.avsc"));
    assertThat(release().released("t.Seen")).containsExactly(schema(FIRST), schema(SECOND));
  }

  @Test
  void changedCommentIsNoNewVersion() throws IOException {
    // Given
    release().release(schema(FIRST), false);

    // When
    List<Path> written = release().release(schema(FIRST.replace("A name.", "Whose.")), false);

    // Then
    assertThat(written).isEmpty();
  }

  @Test
  void incompatibleSchemaIsNotReleased() throws IOException {
    // Given
    release().release(schema(FIRST), false);
    Schema incompatible = schema(FIRST.replace("\"string\"", "\"int\""));

    // When, then
    assertThatThrownBy(() -> release().release(incompatible, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("t.Seen, versions 1 and 2");
    assertThat(folder.resolve("versions/t.Seen/2.avsc")).doesNotExist();
  }

  @Test
  void fileThatIsThereIsNeverWrittenAgain() throws IOException {
    // Given: golden bytes of a version whose schema was lost
    Path kept = folder.resolve("golden/t.Seen/1.hex");
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "00");

    // When, then
    assertThatThrownBy(() -> release().release(schema(FIRST), false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(kept).hasContent("00");
    assertThat(release().released("t.Seen")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("current")
  @DisabledIfSystemProperty(
      named = Release.PROPERTY,
      matches = "true",
      disabledReason = "a release is writing them")
  void versionsAreNumberedWithoutGap(Schema current) throws IOException {
    // Given
    Path versions = Path.of("src", "main", "resources", "versions");
    List<String> expected =
        IntStream.rangeClosed(1, Release.intoTree().released(current.getFullName()).size())
            .mapToObj(version -> version + ".avsc")
            .toList();

    // When
    try (Stream<Path> files = Files.list(versions.resolve(current.getFullName()))) {

      // Then
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("A version behind a gap would never be found")
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void recordThatWasNeverReleasedHasNoVersions() {
    assertThat(SchemaVersions.of("t.Seen")).isEmpty();
  }

  private Release release() {
    return new Release(folder.resolve("versions"), folder.resolve("golden"));
  }

  private static Schema schema(String json) {
    return new Schema.Parser().parse(json);
  }
}
