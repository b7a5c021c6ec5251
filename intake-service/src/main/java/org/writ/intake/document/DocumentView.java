package org.writ.intake.document;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.DocumentDetails;

/**
 * A document as its agency sees it.
 *
 * @param id the document's id
 * @param fileName as the agency calls it; null once the request is erased
 * @param kind ORDER, TRANSLATION, SUPPLEMENT or OTHER
 * @param mediaType what its bytes are, not what was said
 * @param size in bytes
 * @param sha256 SHA-256 (hex) of its bytes
 * @param scan CLEAN, UNSCANNED (held until it is scanned), NO_SCANNER (the installation has none),
 *     UNSCANNABLE (too large for the scanner; no reviewer opens it) or INFECTED (its bytes are
 *     deleted)
 * @param receivedAt when it was received
 */
@Schema(name = "Document")
public record DocumentView(
    String id,
    @Nullable String fileName,
    DocumentKind kind,
    @Schema(examples = "application/pdf") String mediaType,
    long size,
    String sha256,
    Scan scan,
    Instant receivedAt) {

  static DocumentView of(DocumentRow row, Optional<DocumentDetails> details) {
    return new DocumentView(
        row.id,
        details.map(DocumentDetails::getFileName).orElse(null),
        DocumentKind.valueOf(row.kind),
        row.mediaType,
        row.size,
        row.sha256,
        Scan.valueOf(row.scan),
        row.receivedAt);
  }
}
