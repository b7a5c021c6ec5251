package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

  private static void inspect(DocumentType type, byte[] document)
      throws UnsafeDocument, IOException {
    Inspection.check(type, document.length, () -> new ByteArrayInputStream(document));
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void containerWithAnOrderIsSafe() {
    // Given
    byte[] container = Documents.asic();

    // When, Then
    assertThatCode(() -> inspect(DocumentType.ASIC_E, container)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 150, 400})
  void containerThatInflatesTooMuchIsRefused(int megabytes) {
    // Given
    byte[] bomb = Documents.bomb(megabytes);

    // When, Then
    assertThatThrownBy(() -> inspect(DocumentType.ASIC_E, bomb))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("inflates");
  }

  @Test
  void containerInAContainerIsNotOpened() {
    // Given
    byte[] nested =
        Documents.asic(
            Documents.ASIC_E, archive -> Documents.add(archive, "inner.zip", Documents.bomb(400)));

    // When, Then
    assertThatCode(() -> inspect(DocumentType.ASIC_E, nested)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "..",
        "/etc/passwd",
        "C:evil",
        "a\\..\\evil",
        "a\u0001b",
        "a/.."
      })
  void nameThatLeadsOutsideIsRefused(String name) {
    // Given
    byte[] container =
        Documents.asic(
            Documents.ASIC_E, archive -> Documents.add(archive, name, Documents.pdf("x")));

    // When, Then
    assertThatThrownBy(() -> inspect(DocumentType.ASIC_E, container))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("outside");
  }

  @Test
  void thousandAndOneEntriesAreRefused() {
    // Given
    byte[] most = containerOf(ZipDirectory.MAX_ENTRIES);
    byte[] tooMany = containerOf(ZipDirectory.MAX_ENTRIES + 1);

    // When, Then
    assertThatCode(() -> inspect(DocumentType.ASIC_E, most)).doesNotThrowAnyException();
    assertThatThrownBy(() -> inspect(DocumentType.ASIC_E, tooMany))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("1000 entries");
  }

  private static byte[] containerOf(int entries) {
    return Documents.asic(
        Documents.ASIC_E,
        archive -> {
          for (int entry = 1; entry < entries; entry++) {
            Documents.add(archive, "e" + entry, new byte[0]);
          }
        });
  }

  @Test
  void containerWhoseDirectoryHidesAnEntryIsRefused() {
    // Given a second archive behind the first: streams see the first, readers of the directory the
    // second
    byte[] two =
        Documents.joined(
            Documents.asic(),
            Documents.zip(archive -> Documents.add(archive, "other.pdf", Documents.pdf("other"))));

    // When, Then
    assertThatThrownBy(() -> inspect(DocumentType.ASIC_E, two))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("directory");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 60, 100})
  void containerThatIsCutOffIsRefused(int missing) {
    // Given
    byte[] container = Documents.asic();
    byte[] cut = Arrays.copyOf(container, container.length - missing);

    // When, Then
    assertThatThrownBy(() -> inspect(DocumentType.ASIC_E, cut)).isInstanceOf(UnsafeDocument.class);
  }

  @Test
  void containerWithDamagedBytesIsRefused() {
    // Given
    byte[] container =
        Documents.asic(
            Documents.ASIC_E, archive -> Documents.add(archive, "order.bin", noise(50_000)));
    container[30_000] ^= 1;

    // When, Then
    assertThatThrownBy(() -> inspect(DocumentType.ASIC_E, container))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("sound");
  }

  @ParameterizedTest
  @EnumSource(
      value = DocumentType.class,
      names = {"PDF", "JPEG", "PNG", "TIFF"})
  void documentThatIsAnArchiveAsWellIsRefused(DocumentType type) {
    // Given
    byte[] polyglot =
        Documents.joined(
            Documents.pdf("order"),
            Documents.zip(archive -> Documents.add(archive, "Main.class", noise(100))));

    // When, Then
    assertThatThrownBy(() -> inspect(type, polyglot))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("ZIP archive at once");
  }

  @Test
  void documentThatMentionsAnArchiveIsSafe() {
    // Given an archive in the middle, as an attachment of a PDF is
    byte[] document =
        Documents.joined(
            Documents.joined(
                Documents.pdf("order"),
                Documents.zip(archive -> Documents.add(archive, "a", noise(9)))),
            Documents.latin1("\nendstream\n%%EOF\n"));

    // When, Then
    assertThatCode(() -> inspect(DocumentType.PDF, document)).doesNotThrowAnyException();
  }
}
