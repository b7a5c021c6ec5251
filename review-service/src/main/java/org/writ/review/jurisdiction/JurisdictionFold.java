package org.writ.review.jurisdiction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.review.SafeguardsConfirmed;
import org.writ.events.review.SafeguardsProposed;

/** How the tables of jurisdictions follow from {@code review.jurisdictions}. */
@ApplicationScoped
class JurisdictionFold implements Fold {

  private final JurisdictionRows rows;

  JurisdictionFold(JurisdictionRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_JURISDICTIONS;
  }

  @Override
  public List<String> tables() {
    return List.of("jurisdiction", "jurisdiction_step");
  }

  @Override
  public void apply(Event event) {
    var envelope = event.envelope();
    JurisdictionRow row = row(envelope.subject());
    row.version = envelope.sequence();
    switch (event.data()) {
      case SafeguardsProposed proposed -> {
        rows.add(JurisdictionStepRow.of(envelope, 0, proposed.getSafeguards()));
        row.proposed = envelope.sequence();
        row.proposedBy = proposed.getProposedBy();
      }
      case SafeguardsConfirmed confirmed -> {
        rows.add(
            JurisdictionStepRow.of(envelope, confirmed.getEdition(), confirmed.getSafeguards()));
        row.confirmed = envelope.sequence();
        row.proposed = null;
        row.proposedBy = null;
      }
      default -> throw new IllegalArgumentException("Unknown type " + envelope.type());
    }
  }

  private JurisdictionRow row(String country) {
    JurisdictionRow known = rows.findById(country);
    if (known != null) {
      return known;
    }
    var row = new JurisdictionRow();
    row.country = country;
    rows.persist(row);
    return row;
  }
}
