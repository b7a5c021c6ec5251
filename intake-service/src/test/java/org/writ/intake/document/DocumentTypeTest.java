package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTypeTest {

  static Stream<Arguments> takenTypes() {
    return Stream.of(
        Arguments.of(Documents.pdf("order"), DocumentType.PDF),
        Arguments.of(Documents.latin1("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"), DocumentType.JPEG),
        Arguments.of(Documents.latin1("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"), DocumentType.PNG),
        Arguments.of(Documents.latin1("II*\0\b\0\0\0"), DocumentType.TIFF),
        Arguments.of(Documents.latin1("MM\0*\0\0\0\b"), DocumentType.TIFF),
        Arguments.of(Documents.asic(), DocumentType.ASIC_E),
        Arguments.of(Documents.asic(Documents.ASIC_S, _ -> {}), DocumentType.ASIC_S));
  }

  @ParameterizedTest
  @MethodSource("takenTypes")
  void typeIsToldFromTheFirstBytes(byte[] head, DocumentType expected) {
    // Given the first bytes of a document

    // When
    var type = DocumentType.of(head);

    // Then
    assertThat(type).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "MZ,application/x-msdownload",
    "\u007fELF,application/x-elf",
    "#!/bin/sh,application/x-sh"
  })
  void executableWithAPdfBehindIsTheExecutable(String start, String found) {
    // Given
    byte[] polyglot = Documents.joined(Documents.latin1(start + "\n"), Documents.pdf("order"));

    // When
    var type = DocumentType.of(polyglot);

    // Then
    assertThat(type).isEmpty();
    assertThat(DocumentType.found(polyglot)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"' '", "x", "GIF89a", "'\u00ef\u00bb\u00bf'", "'<script>'"})
  void pdfThatBeginsLaterIsNone(String start) {
    // Given
    byte[] shifted = Documents.joined(Documents.latin1(start), Documents.pdf("order"));

    // When
    var type = DocumentType.of(shifted);

    // Then
    assertThat(type).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "hello", "'{}'", "'<html><body>'", "GIF89a", "'%!PS-Adobe'", "%PDF"})
  void nothingElseIsTaken(String text) {
    // Given
    byte[] head = Documents.latin1(text);

    // When
    var type = DocumentType.of(head);

    // Then
    assertThat(type).isEmpty();
  }

  @Test
  void archiveThatIsNoSignatureContainerIsNotTaken() {
    // Given
    byte[] zip = Documents.zip(archive -> Documents.add(archive, "a", new byte[1]));
    byte[] book = Documents.asic("application/epub+zip", _ -> {});

    // When, Then
    assertThat(DocumentType.of(zip)).isEmpty();
    assertThat(DocumentType.found(zip)).isEqualTo("application/zip");
    assertThat(DocumentType.of(book)).isEmpty();
  }
}
