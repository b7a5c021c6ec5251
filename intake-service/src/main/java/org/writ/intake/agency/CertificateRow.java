package org.writ.intake.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.Instant;

/** A certificate that an agency has or had; written by {@link AgencyFold} alone. */
@Entity
@Table(name = "agency_certificate")
@IdClass(CertificateRow.Key.class)
class CertificateRow {

  /** Identity of a row. */
  record Key(String agency, String fingerprint) implements Serializable {}

  @Id String agency;

  /** SHA-256 (hex) of the DER bytes. */
  @Id String fingerprint;

  /** DER. */
  @Column byte[] certificate;

  @Column Instant validFrom;

  @Column Instant validUntil;

  /** When it was put on file. */
  @Column Instant since;

  /** Of the event that brought it last. */
  @Column long sequence;

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
