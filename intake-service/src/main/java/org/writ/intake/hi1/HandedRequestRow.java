package org.writ.intake.hi1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * When anything was said over this interface about a request last; written by {@link HandoverFold}
 * alone.
 */
@Entity(name = "HandoverRequest")
@Table(name = "handover_request")
class HandedRequestRow {

  @Id String requestId;

  @Column String agency;

  @Column Instant changedAt;
}
