package org.writ.disclosure.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;

/** Keeps up with what intake says about who may act for an agency. */
@ApplicationScoped
public class FollowAgency {

  private static final Actor SELF = Actor.service("disclosure");

  private final AccessRows rows;
  private final EventLog log;

  FollowAgency(AccessRows rows, EventLog log) {
    this.rows = rows;
    this.log = log;
  }

  /** Records what an event of {@code intake.agencies} changes, in the current transaction. */
  public void on(Event input) {
    String agency = input.envelope().subject();
    UUID id = input.envelope().id();
    List<NewEvent> events = AccessRules.decide(rows.proposal(agency), input.data(), id);
    if (!events.isEmpty()) {
      long version = log.version(Topic.DISCLOSURE_ACCESS, agency);
      log.append(Topic.DISCLOSURE_ACCESS, agency, version, SELF, id, events);
    }
  }
}
