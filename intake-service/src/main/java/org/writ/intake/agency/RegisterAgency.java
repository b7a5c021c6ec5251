package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyRegistered;

/** Registers an agency, or changes what is on file about it. */
@ApplicationScoped
class RegisterAgency {

  private final Transactions transactions;
  private final EventLog log;
  private final RegisteredAgencies agencies;

  RegisterAgency(Transactions transactions, EventLog log, RegisteredAgencies agencies) {
    this.transactions = transactions;
    this.log = log;
    this.agencies = agencies;
  }

  /**
   * What came of it.
   *
   * @param agency as it is registered now
   * @param created whether it was unknown before
   */
  record Outcome(Agency agency, boolean created) {}

  /**
   * Registers the agency; the same registration again changes nothing.
   *
   * @throws org.writ.eventlog.ConcurrentChange if somebody else registers it at the same moment
   */
  Outcome register(String id, Registration registration, Actor actor) {
    return transactions.call(
        () -> {
          var before = agencies.find(id);
          long version = before.map(Agency::version).orElse(0L);
          var events = decide(before.map(Agency::registration), registration);
          if (!events.isEmpty()) {
            log.append(Topic.INTAKE_AGENCIES, id, version, actor, null, events);
          }
          return new Outcome(agencies.find(id).orElseThrow(), before.isEmpty());
        });
  }

  /** Pure: which events carry the change from what is on file to what is asked for. */
  static List<NewEvent> decide(Optional<Registration> onFile, Registration asked) {
    if (onFile.filter(asked::equals).isPresent()) {
      return List.of();
    }
    return List.of(
        NewEvent.open(
            new AgencyRegistered(
                asked.name(),
                asked.country(),
                asked.kind().name(),
                ByteBuffer.wrap(asked.certificate().der()))));
  }
}
