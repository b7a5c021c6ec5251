package org.writ.intake.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an agency has come; written by {@link AgencyFold} alone. */
@Entity
@Table(name = "agency")
class AgencyRow {

  @Id String id;

  @Enumerated(EnumType.STRING)
  @Column
  AgencyStatus status;

  /** Id of the registration that counts. */
  @Column @Nullable String registration;

  /** Id of the registration that waits for a second operator. */
  @Column @Nullable String pending;

  /** Fingerprint of the certificate that came last. */
  @Column @Nullable String certificate;

  /** Id of the event that suspended it; null if it is not suspended. */
  @Column @Nullable String suspension;

  /** Why it is suspended or closed. */
  @Column @Nullable String reason;

  @Column @Nullable Instant suspendedAt;

  /** Actor who asked that the suspension ends. */
  @Column @Nullable String reinstatementBy;

  @Column @Nullable String webhookUrl;

  @Column @Nullable Integer webhookSecretVersion;

  /** When the secret was changed for the address that it is told at. */
  @Column @Nullable Instant webhookRotatedAt;

  @Column Instant changedAt;

  @Column long version;
}
