package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyRegistered;

/** How the table of agencies follows from {@code intake.agencies}. */
@ApplicationScoped
class AgencyFold implements Fold {

  private final AgencyRows rows;

  AgencyFold(AgencyRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_AGENCIES;
  }

  @Override
  public List<String> tables() {
    return List.of("agency");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case AgencyRegistered registered -> registered(event.envelope(), registered);
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  private void registered(Envelope envelope, AgencyRegistered registered) {
    var row = rows.findById(envelope.subject());
    boolean isNew = row == null;
    if (row == null) {
      row = new AgencyRow();
      row.id = envelope.subject();
    }
    row.name = registered.getName();
    row.country = registered.getCountry();
    row.kind = registered.getKind();
    row.certificate = bytes(registered);
    row.changedAt = envelope.time();
    row.version = envelope.sequence();
    if (isNew) {
      rows.persist(row);
    }
  }

  private static byte[] bytes(AgencyRegistered registered) {
    var certificate = registered.getCertificate().duplicate();
    byte[] der = new byte[certificate.remaining()];
    certificate.get(der);
    return der;
  }
}
