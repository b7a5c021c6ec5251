package org.writ.intake.hi1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message that was answered action by action; written by {@link HandoverFold} alone. */
@Entity(name = "HandoverMessage")
@Table(name = "handover_message")
@IdClass(MessageRow.Key.class)
class MessageRow {

  /**
   * What names a row.
   *
   * @param agency who sent it
   * @param transactionId its TransactionIdentifier, in lower case
   */
  record Key(String agency, String transactionId) {}

  @Id String agency;

  @Id String transactionId;

  /** Of its bytes, hex. */
  @Column String sha256;

  @Column Instant answeredAt;
}
