package org.writ.disclosure.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An account that may not act for an agency; written by {@link AccessFold} alone. */
@Entity
@Table(name = "barred_account")
@IdClass(BarredAccountRow.Key.class)
class BarredAccountRow {

  /** Identity of a row. */
  record Key(String agency, String account) implements Serializable {}

  @Id String agency;

  /** Opaque id at the identity provider. */
  @Id String account;

  @Column Instant barredAt;
}
