package org.writ.intake.hi1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.intake.HandoverObjectKept;

/** An object as its owner wrote it; written by {@link HandoverFold} alone. */
@Entity(name = "HandoverObject")
@Table(name = "handover_object")
@IdClass(ObjectRow.Key.class)
class ObjectRow {

  /**
   * What names a row.
   *
   * @param agency whose it is
   * @param objectId its ObjectIdentifier, in lower case
   */
  record Key(String agency, String objectId) {}

  @Id String agency;

  @Id String objectId;

  @Column String requestId;

  /** Such as LDTaskObject. */
  @Column String objectType;

  /** The item that a task asks for. */
  @Column @Nullable String itemId;

  /** Counts what its owner did with it, from 1. */
  @Column long generation;

  @Column Instant changedAt;

  /** HandoverObjectDetails. */
  @Column byte @Nullable [] sealed;

  /** The event that it was sealed for. */
  @Column String sealedEvent;

  /** The sealed part with the identity that it opens with; null if there is none. */
  @Nullable Sealed sealedDetails() {
    return sealed == null
        ? null
        : new Sealed(
            requestId,
            UUID.fromString(sealedEvent),
            HandoverObjectKept.getClassSchema().getFullName(),
            sealed);
  }
}
