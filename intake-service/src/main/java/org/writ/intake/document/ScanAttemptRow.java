package org.writ.intake.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A document that the scanner could not scan so far, and when it is asked again. No fold. */
@Entity
@Table(name = "scan_attempt")
class ScanAttemptRow {

  @Id String documentId;

  /** In vain. */
  @Column int attempts;

  @Column Instant nextAttemptAt;
}
