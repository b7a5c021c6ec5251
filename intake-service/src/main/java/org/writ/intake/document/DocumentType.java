package org.writ.intake.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What documents may be. Told from the bytes alone: neither the name nor what the sender says
 * counts.
 */
enum DocumentType {
  PDF("application/pdf", "pdf"),
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  TIFF("image/tiff", "tif"),
  /** Associated signature containers, extended and simple (ETSI EN 319 162-1). */
  ASIC_E("application/vnd.etsi.asic-e+zip", "asice"),
  ASIC_S("application/vnd.etsi.asic-s+zip", "asics");

  /** How many of the first bytes are looked at. */
  static final int HEAD_BYTES = 1 << 16;

  private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

  private final String mediaType;
  private final String extension;

  DocumentType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** As in {@code Content-Type}. */
  String mediaType() {
    return mediaType;
  }

  /** Ending of a file's name, without the dot. */
  String extension() {
    return extension;
  }

  /** Whether it is a ZIP archive. */
  boolean isContainer() {
    return this == ASIC_E || this == ASIC_S;
  }

  /**
   * The type of a document.
   *
   * @param head its first bytes, {@value #HEAD_BYTES} if it has as many
   * @return empty if it is none that is taken
   */
  static Optional<DocumentType> of(byte[] head) {
    String found = found(head);
    return Stream.of(values())
        .filter(type -> type.mediaType.equals(found))
        // Readers take a PDF whose first line comes later. Then it can be something else as well.
        .filter(type -> type != PDF || startsAsPdf(head))
        .findFirst();
  }

  /** The media type that bytes look like, whether it is taken or not; of Apache Tika's. */
  static String found(byte[] head) {
    try {
      return MAGIC.detect(new ByteArrayInputStream(head), new Metadata()).toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Bytes in memory can be read", impossible);
    }
  }

  /** The type of a media type that was recorded. */
  static Optional<DocumentType> ofMediaType(String mediaType) {
    return Stream.of(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  private static boolean startsAsPdf(byte[] head) {
    return head.length >= PDF_START.length
        && Arrays.equals(head, 0, PDF_START.length, PDF_START, 0, PDF_START.length);
  }
}
