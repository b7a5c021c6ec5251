package org.writ.review.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.writ.eventlog.Envelope;

/** One step of a policy; written by {@link PolicyFold} alone. */
@Entity
@Table(name = "policy_step")
@IdClass(PolicyStepRow.Key.class)
class PolicyStepRow {

  /**
   * What names a row.
   *
   * @param sequence version of the policy after the step
   */
  record Key(String policyId, long sequence) {}

  @Id String policyId;

  @Id long sequence;

  /** Name of the event's record, without its namespace. */
  @Column String type;

  @Column Instant at;

  /** Role and opaque id, as in the envelope. */
  @Column String actor;

  @Column String digest;

  static PolicyStepRow of(Envelope envelope, String type, String digest) {
    var row = new PolicyStepRow();
    row.policyId = envelope.subject();
    row.sequence = envelope.sequence();
    row.type = type;
    row.at = envelope.time();
    row.actor = envelope.actor().toString();
    row.digest = digest;
    return row;
  }
}
