package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyRegistered;

/** Registers an agency, or changes what is on file about it. */
@ApplicationScoped
class RegisterAgency {

  private static final int ATTEMPTS = 5;

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
   * Registers the agency; the same registration again changes nothing. The caller gives all that is
   * to be on file and has seen nothing of it, so a change at the same moment is no reason to
   * refuse: it is decided anew.
   *
   * @throws ConcurrentChange if others keep changing the agency
   */
  Outcome register(String id, Registration registration, Actor actor) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(() -> registerOnce(id, registration, actor));
      } catch (ConcurrentChange change) {
        if (attempt == ATTEMPTS) {
          throw change;
        }
      }
    }
  }

  private Outcome registerOnce(String id, Registration registration, Actor actor) {
    var before = agencies.find(id);
    long version = before.map(Agency::version).orElse(0L);
    var events = decide(before.map(Agency::registration), registration);
    if (!events.isEmpty()) {
      log.append(Topic.INTAKE_AGENCIES, id, version, actor, null, events);
    }
    return new Outcome(agencies.find(id).orElseThrow(), before.isEmpty());
  }

  /** Pure: which events carry the change from what is on file to what is asked for. */
  static List<NewEvent> decide(Optional<Registration> onFile, Registration asked) {
    if (onFile.filter(asked::equals).isPresent()) {
      return List.of();
    }
    return List.of(
        NewEvent.open(
            AgencyRegistered.newBuilder()
                .setName(asked.name())
                .setCountry(asked.country())
                .setKind(asked.kind().name())
                .setCertificate(ByteBuffer.wrap(asked.certificate().der()))
                .build()));
  }
}
