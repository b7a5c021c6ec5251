package org.writ.intake.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an agency is known by; written by {@link AgencyFold} alone. */
@Entity
@Table(name = "agency_alias")
@IdClass(AliasRow.Key.class)
class AliasRow {

  /** Sorts of aliases. */
  enum Kind {
    /** A mail domain; agencies of one authority may share it. */
    DOMAIN,
    /** An OIDC client, of one agency. */
    CLIENT,
    /** An HI-1 endpoint, of one agency. */
    ENDPOINT
  }

  /** Identity of a row. */
  record Key(String agency, Kind kind, String alias) implements Serializable {}

  @Id String agency;

  @Id
  @Enumerated(EnumType.STRING)
  Kind kind;

  @Id String alias;

  /** When it was put on file. */
  @Column Instant since;

  /** The alias again where only one agency may have it. */
  @Column @Nullable String sole;

  static AliasRow of(String agency, Kind kind, String alias, Instant since) {
    var row = new AliasRow();
    row.agency = agency;
    row.kind = kind;
    row.alias = alias;
    row.since = since;
    row.sole = kind == Kind.DOMAIN ? null : alias;
    return row;
  }

  Key key() {
    return new Key(agency, kind, alias);
  }

  /** How an endpoint is written. */
  static String endpoint(String countryCode, String uniqueIdentifier) {
    return countryCode + " " + uniqueIdentifier;
  }
}
