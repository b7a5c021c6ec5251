package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;

/** One step of a case; written by {@link CaseFold} alone. */
@Entity
@Table(name = "case_timeline")
@IdClass(TimelineRow.Key.class)
class TimelineRow {

  /**
   * What names a row.
   *
   * @param sequence version of the case after the step
   */
  record Key(String caseId, long sequence) {}

  @Id String caseId;

  @Id long sequence;

  @Column String eventId;

  /** Name of the event's record, without its namespace. */
  @Column String type;

  @Column Instant at;

  /** Role and opaque id, as in the envelope. */
  @Column String actor;

  @Column @Nullable String cause;

  static TimelineRow of(Event event) {
    var envelope = event.envelope();
    var row = new TimelineRow();
    row.caseId = envelope.subject();
    row.sequence = envelope.sequence();
    row.eventId = envelope.id().toString();
    row.type = event.data().getSchema().getName();
    row.at = envelope.time();
    row.actor = envelope.actor().toString();
    row.cause = envelope.cause() == null ? null : envelope.cause().toString();
    return row;
  }
}
