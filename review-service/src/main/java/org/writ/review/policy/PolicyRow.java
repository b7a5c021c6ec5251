package org.writ.review.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A policy that somebody proposed; written by {@link PolicyFold} alone. */
@Entity
@Table(name = "policy")
class PolicyRow {

  @Id String id;

  /** SHA-256 (hex) of the document. */
  @Column String digest;

  @Column byte[] document;

  @Column LocalDate effectiveFrom;

  /** Opaque id of the person. */
  @Column String proposedBy;

  @Column Instant proposedAt;

  /** Null until another person confirms it. */
  @Column @Nullable String confirmedBy;

  @Column @Nullable Instant confirmedAt;

  /** How it stands, by what the log says. */
  PolicyStanding standing() {
    return new PolicyStanding(digest, effectiveFrom, proposedBy, confirmedBy != null);
  }
}
