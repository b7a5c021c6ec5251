package org.writ.intake.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.writ.events.intake.RequestStatus;

/** When a request reached a status; written by {@link RequestFold} alone. */
@Entity
@Table(name = "request_history")
@IdClass(HistoryRow.Key.class)
class HistoryRow {

  /**
   * What names a row.
   *
   * @param requestId the request
   * @param sequence of the event that brought it there
   */
  record Key(String requestId, long sequence) {}

  @Id String requestId;

  @Id long sequence;

  @Enumerated(EnumType.STRING)
  @Column
  RequestStatus status;

  @Column Instant at;
}
