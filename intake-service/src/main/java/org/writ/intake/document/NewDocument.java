package org.writ.intake.document;

import org.jspecify.annotations.Nullable;

/**
 * A document that was taken in and may be accepted.
 *
 * @param documentId its id, if it is
 * @param fileName as the agency calls it
 * @param kind what the agency says it is for; null: the order if it is the first of a request that
 *     is no emergency, else a supplement
 * @param type what its bytes are
 * @param size in bytes
 * @param sha256 SHA-256 (hex) of its bytes
 * @param scan what the scanner said
 */
record NewDocument(
    String documentId,
    FileName fileName,
    @Nullable DocumentKind kind,
    DocumentType type,
    long size,
    String sha256,
    Scan scan) {}
