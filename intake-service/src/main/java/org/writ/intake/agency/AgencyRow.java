package org.writ.intake.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is on file about an agency; written by {@link AgencyFold} alone. */
@Entity
@Table(name = "agency")
class AgencyRow {

  @Id String id;

  @Column String name;

  @Column String country;

  @Column String kind;

  /** DER. */
  @Column byte[] certificate;

  @Column Instant changedAt;

  @Column long version;

  Agency toAgency() {
    return new Agency(
        id,
        new Registration(
            name,
            country,
            Registration.Kind.valueOf(kind),
            RecipientCertificate.ofDer(certificate)),
        changedAt,
        version);
  }
}
