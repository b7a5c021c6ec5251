package org.writ.review.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.review.PolicyActivated;
import org.writ.events.review.PolicyProposed;

/** How the tables of proposed and activated policies follow from {@code review.policies}. */
@ApplicationScoped
class PolicyFold implements Fold {

  private final PolicyRows rows;

  PolicyFold(PolicyRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_POLICIES;
  }

  @Override
  public List<String> tables() {
    return List.of("policy", "policy_step");
  }

  @Override
  public void apply(Event event) {
    Envelope envelope = event.envelope();
    String type = event.data().getSchema().getName();
    switch (event.data()) {
      case PolicyProposed proposed -> {
        propose(envelope, proposed);
        rows.add(PolicyStepRow.of(envelope, type, proposed.getDigest()));
      }
      case PolicyActivated activated -> {
        activate(envelope, activated);
        rows.add(PolicyStepRow.of(envelope, type, activated.getDigest()));
      }
      default -> throw new IllegalArgumentException("Unknown type " + envelope.type());
    }
  }

  private void propose(Envelope envelope, PolicyProposed proposed) {
    PolicyRow known = rows.findById(envelope.subject());
    PolicyRow row = known == null ? new PolicyRow() : known;
    row.id = envelope.subject();
    row.digest = proposed.getDigest();
    row.document = bytes(proposed.getDocument());
    row.effectiveFrom = proposed.getEffectiveFrom();
    row.proposedBy = proposed.getProposedBy();
    row.proposedAt = envelope.time();
    if (known == null) {
      rows.persist(row);
    }
  }

  private void activate(Envelope envelope, PolicyActivated activated) {
    PolicyRow row = rows.findById(envelope.subject());
    if (row == null || !row.digest.equals(activated.getDigest())) {
      throw new IllegalArgumentException("A policy is activated that was not proposed last");
    }
    row.confirmedBy = activated.getConfirmedBy();
    row.confirmedAt = envelope.time();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
