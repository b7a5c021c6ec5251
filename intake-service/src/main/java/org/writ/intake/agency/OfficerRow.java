package org.writ.intake.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who acts for an agency; written by {@link AgencyFold} alone. */
@Entity
@Table(name = "agency_officer")
@IdClass(OfficerRow.Key.class)
class OfficerRow {

  /** Identity of a row. */
  record Key(String agency, String account) implements Serializable {}

  @Id String agency;

  /** Opaque id at the identity provider. */
  @Id String account;

  /** Null if barred before ever acting. */
  @Column @Nullable Instant firstSeenAt;

  /** Null unless barred. */
  @Column @Nullable Instant blockedAt;
}
