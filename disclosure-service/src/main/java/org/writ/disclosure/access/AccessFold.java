package org.writ.disclosure.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.disclosure.AccessClosed;
import org.writ.events.disclosure.AccessReinstated;
import org.writ.events.disclosure.AccessSuspended;
import org.writ.events.disclosure.AccountBarred;
import org.writ.events.disclosure.AccountReadmitted;
import org.writ.events.disclosure.ClientsApproved;
import org.writ.events.disclosure.ClientsProposed;
import org.writ.web.security.Stop;

/** How the tables of who may act follow from {@code disclosure.access}. */
@ApplicationScoped
class AccessFold implements Fold {

  private final AccessRows rows;

  AccessFold(AccessRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.DISCLOSURE_ACCESS;
  }

  @Override
  public List<String> tables() {
    return List.of("agency_access", "barred_account");
  }

  @Override
  public void apply(Event event) {
    String agency = event.envelope().subject();
    switch (event.data()) {
      case ClientsProposed it ->
          rows.of(agency).propose(new Proposal(it.getRegistration(), it.getClients()));
      case ClientsApproved it -> rows.of(agency).approve(it.getClients());
      case AccessSuspended _ -> rows.of(agency).stop = Stop.SUSPENDED;
      case AccessReinstated _ -> rows.of(agency).stop = null;
      case AccessClosed _ -> rows.of(agency).stop = Stop.CLOSED;
      case AccountBarred it -> rows.bar(agency, it.getAccount(), event.envelope().time());
      case AccountReadmitted it -> rows.readmit(agency, it.getAccount());
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }
}
