package org.writ.intake.document;

import java.io.IOException;
import java.io.InputStream;

/** Looks at all of a document, whose type is known from its first bytes. Pure but for reading. */
final class Inspection {

  /** Gives the document's bytes from the start, each time. */
  interface Content {
    /** Opens it; to be closed by the caller. */
    InputStream open() throws IOException;
  }

  private Inspection() {}

  /**
   * Checks that a document is one thing only, and safe to open.
   *
   * @throws UnsafeDocument if it is not
   * @throws IOException if it cannot be read
   */
  static void check(DocumentType type, long size, Content content)
      throws UnsafeDocument, IOException {
    var end = ZipEnd.find(tail(size, content), size);
    if (type.isContainer()) {
      AsicContainer.check(end.orElseThrow(ZipDirectory::differs), content);
    } else if (end.isPresent()) {
      throw new UnsafeDocument(
          "The document is %s and a ZIP archive at once.".formatted(type.mediaType()));
    }
  }

  private static byte[] tail(long size, Content content) throws IOException {
    try (InputStream bytes = content.open()) {
      bytes.skipNBytes(Math.max(0, size - ZipEnd.MAX_BYTES));
      return bytes.readAllBytes();
    }
  }
}
