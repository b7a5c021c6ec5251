package org.writ.review.conflict;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Somebody's conflict about an agency; written by {@link ConflictFold} alone. */
@Entity
@Table(name = "conflict")
@IdClass(ConflictRow.Key.class)
class ConflictRow {

  /** Identity of a row. */
  record Key(String agency, String reviewer) implements Serializable {}

  @Id String agency;

  /** Opaque id of the person. */
  @Id String reviewer;

  @Column String declaredBy;

  @Column Instant declaredAt;
}
