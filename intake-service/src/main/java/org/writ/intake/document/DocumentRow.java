package org.writ.intake.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.intake.DocumentReceived;

/** A document; written by {@link DocumentFold} alone. Its name stays sealed, as it came. */
@Entity
@Table(name = "document")
class DocumentRow {

  @Id String id;

  @Column String requestId;

  /** Of the event: the order in which documents came. */
  @Column long sequence;

  @Column String kind;

  @Column String mediaType;

  @Column long size;

  @Column String sha256;

  @Column String scan;

  @Column Instant receivedAt;

  /** DocumentDetails. */
  @Column byte @Nullable [] sealed;

  /** The event that it was sealed for. */
  @Column String sealedEvent;

  /** The sealed part with the identity that it opens with; null if the event had none. */
  @Nullable Sealed sealedDetails() {
    return sealed == null
        ? null
        : new Sealed(
            requestId,
            UUID.fromString(sealedEvent),
            DocumentReceived.getClassSchema().getFullName(),
            sealed);
  }
}
