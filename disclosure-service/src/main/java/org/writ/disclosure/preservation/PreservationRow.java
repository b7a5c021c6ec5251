package org.writ.disclosure.preservation;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.disclosure.PreservationOpened;

/**
 * A preservation; written by {@link PreservationFold} alone. Its sealed part can be megabytes: it
 * is read when it is asked for, in this class alone, where Hibernate notices.
 */
@Entity
@DynamicUpdate
@Table(name = "preservation")
class PreservationRow {

  @Id @Column String preservationId;

  @Column String requestId;

  @Column String agency;

  @Column String country;

  @Column String regime;

  /** ce_id of the decision. */
  @Column String decision;

  @Column String policy;

  /** PreservationDetails as they came; they open together with {@link #openedEvent}. */
  @Basic(fetch = FetchType.LAZY)
  @Column
  private byte @Nullable [] sealed;

  @Column String openedEvent;

  @Column Instant openedAt;

  @Enumerated(EnumType.STRING)
  @Column
  PreservationStatus status;

  /** The suspension that froze it. */
  @Column @Nullable String suspension;

  /** Of the encrypted copy, hex. */
  @Column @Nullable String sha256;

  /** Of the encrypted copy, in bytes. */
  @Column @Nullable Long size;

  @Column @Nullable Instant preservedAt;

  /** Until when the copy is, or was to be, kept. */
  @Column @Nullable Instant preservedUntil;

  /** Where that time comes from. */
  @Column @Nullable String rule;

  @Column int extensions;

  /** When it expired, was withdrawn, or was found to have no data. */
  @Column @Nullable Instant closedAt;

  /** Keeps the event that opened it, and what is about persons in it. */
  void keepDetails(Event opened) {
    sealed = opened.sealed().map(Sealed::ciphertext).orElse(null);
    openedEvent = opened.envelope().id().toString();
  }

  /** PreservationDetails with the identity that they open with. */
  Sealed sealedDetails() {
    return new Sealed(
        requestId,
        UUID.fromString(openedEvent),
        PreservationOpened.getClassSchema().getFullName(),
        Objects.requireNonNull(sealed, "a preservation with a sealed part"));
  }

  /** The state that the row tells. */
  Preservation toPreservation() {
    return suspension == null ? inside() : new Preservation.Frozen(inside(), suspension);
  }

  /** Keeps how far it has come; what else an event says is kept with it. */
  void keep(Preservation preservation) {
    switch (preservation) {
      case Preservation.Known known -> {
        status = PreservationStatus.of(known);
        suspension = null;
      }
      case Preservation.Frozen frozen -> {
        status = PreservationStatus.of(frozen.inside());
        suspension = frozen.suspension();
      }
      case Preservation.None _ ->
          throw new IllegalArgumentException("Expected a preservation that was opened");
    }
  }

  private Preservation.Known inside() {
    return switch (status) {
      case OPENED -> new Preservation.Opened(preservationId, decision, regime);
      case KEPT ->
          new Preservation.Kept(
              preservationId,
              decision,
              copySha256(),
              Objects.requireNonNull(preservedUntil, "a preservation with a copy"));
      case NOTHING -> new Preservation.Nothing(preservationId, decision);
      case EXPIRED -> new Preservation.Expired(preservationId, decision);
      case WITHDRAWN -> new Preservation.Withdrawn(preservationId, decision);
    };
  }

  /** Hash of the copy; only of a preservation that has, or had, one. */
  String copySha256() {
    return Objects.requireNonNull(sha256, "a preservation with a copy");
  }
}
