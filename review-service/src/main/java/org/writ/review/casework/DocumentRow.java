package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.review.CaseDocumentAdded;

/** A document of a case, whose bytes are at intake; written by {@link CaseFold} alone. */
@Entity
@Table(name = "case_document")
@IdClass(DocumentRow.Key.class)
class DocumentRow {

  /** What names a row. */
  record Key(String caseId, String documentId) {}

  @Id String caseId;

  @Id String documentId;

  @Column long sequence;

  @Column String kind;

  @Column String mediaType;

  @Column long size;

  @Column String sha256;

  @Column String scan;

  @Column Instant addedAt;

  /** CaseDocumentDetails. */
  @Column byte @Nullable [] sealed;

  @Column String eventId;

  static DocumentRow of(Event event, CaseDocumentAdded added) {
    var row = new DocumentRow();
    row.caseId = event.envelope().subject();
    row.documentId = added.getDocumentId();
    row.sequence = event.envelope().sequence();
    row.kind = added.getKind();
    row.mediaType = added.getMediaType();
    row.size = added.getSize();
    row.sha256 = added.getSha256();
    row.scan = added.getScan();
    row.addedAt = event.envelope().time();
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.eventId = event.envelope().id().toString();
    return row;
  }

  /** CaseDocumentDetails with the identity that it opens with; empty if it never had any. */
  Optional<Sealed> sealedDetails() {
    return sealed == null
        ? Optional.empty()
        : Optional.of(
            new Sealed(
                caseId,
                UUID.fromString(eventId),
                CaseDocumentAdded.getClassSchema().getFullName(),
                sealed));
  }
}
