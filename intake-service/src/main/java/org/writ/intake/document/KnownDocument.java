package org.writ.intake.document;

import org.jspecify.annotations.Nullable;

/**
 * A document that a request has.
 *
 * @param documentId its id
 * @param fileName as the agency calls it; null if the case is erased
 * @param sha256 SHA-256 (hex) of its bytes
 * @param scan what the scanner said
 */
record KnownDocument(String documentId, @Nullable String fileName, String sha256, Scan scan) {

  /** Whether its bytes are there. */
  boolean isHeld() {
    return scan != Scan.INFECTED;
  }
}
