package org.writ.intake.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Something that happened to an agency's file; written by {@link AgencyFold} alone. */
@Entity
@Table(name = "agency_history")
@IdClass(AgencyHistoryRow.Key.class)
class AgencyHistoryRow {

  /** Identity of a row. */
  record Key(String agency, long sequence) implements Serializable {}

  @Id String agency;

  @Id long sequence;

  /** The event's type, without its namespace. */
  @Column String step;

  @Column Instant at;

  /** Role and opaque id. */
  @Column String actor;
}
