package org.writ.intake.hi1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.RequestStanding.Aside;

/**
 * What the history of a request that came over this interface does not tell; written by {@link
 * ProgressFold} alone.
 */
@Entity(name = "HandoverProgress")
@Table(name = "handover_progress")
class ProgressRow {

  @Id String requestId;

  @Column String agency;

  /** When anything happened with the request last. */
  @Column Instant changedAt;

  /** Until when data is preserved; null if none is. */
  @Column @Nullable Instant preservedUntil;

  /** Counts how often that changed since it was first said. */
  @Column int extensions;

  @Column @Nullable Instant extendedAt;

  /** When a decision came after what disclosure made of it. */
  @Column @Nullable Instant decidedLateAt;

  Aside toAside() {
    return new Aside(extensions, extendedAt, decidedLateAt);
  }
}
