package org.writ.intake.document;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the virus scanner said of a document. */
@Schema(name = "DocumentScan")
public enum Scan {
  /** It found nothing. */
  CLEAN,
  /** It could not be asked yet: the document is held, and no reviewer opens it. */
  UNSCANNED,
  /** The installation has no scanner. */
  NO_SCANNER,
  /**
   * It takes no document as large as this one, which was accepted while it did not answer: it stays
   * held, and the agency hands in a smaller one.
   */
  UNSCANNABLE,
  /** It found something after the document was accepted; the bytes are deleted. */
  INFECTED
}
