package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencySuspended;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;

/** Changes what is on file about an agency: the one way for all such changes. */
@ApplicationScoped
public class ChangeAgency {

  private static final int ATTEMPTS = 5;

  private final Transactions transactions;
  private final EventLog log;
  private final AgencyRows rows;
  private final AgencyStates states;
  private final Instance<SuspensionListener> listeners;
  private final AtomicLong changes = new AtomicLong();

  ChangeAgency(
      Transactions transactions,
      EventLog log,
      AgencyRows rows,
      AgencyStates states,
      @Any Instance<SuspensionListener> listeners) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
    this.states = states;
    this.listeners = listeners;
  }

  /**
   * What came of it.
   *
   * @param created whether the agency was unknown before
   * @param requests how many of its requests were stopped or ended, or go on
   */
  record Outcome(boolean created, int requests) {}

  /**
   * Tells the agency of changes at an address, signed with a secret. The same again changes nothing
   * but the history.
   *
   * @param secretVersion counts the secrets, from 1
   * @throws AgencyRefusal if the agency is not active
   */
  public void setWebhook(String agency, String url, int secretVersion, Actor actor) {
    change(agency, new AgencyCommand.SetWebhook(url, secretVersion), actor, null);
  }

  /**
   * Tells the agency no longer; nothing if it is not told.
   *
   * @throws AgencyRefusal if the agency is not active
   */
  public void removeWebhook(String agency, Actor actor) {
    change(agency, new AgencyCommand.RemoveWebhook(), actor, null);
  }

  /**
   * Does what is asked, in a transaction of its own. A change at the same moment is no reason to
   * refuse, unless the caller says what it saw: it is decided anew.
   *
   * @param seen version that the caller saw; null if it does not matter
   * @throws AgencyRefusal if it is not possible
   * @throws ConcurrentChange if others keep changing the agency
   */
  Outcome change(String id, AgencyCommand command, Actor actor, @Nullable Long seen) {
    for (int attempt = 1; ; attempt++) {
      try {
        var outcome = transactions.call(() -> changeOnce(id, command, actor, seen));
        changes.incrementAndGet();
        return outcome;
      } catch (ConcurrentChange change) {
        if (attempt == ATTEMPTS) {
          throw change;
        }
      } catch (ConstraintViolationException taken) {
        // Another agency got the same client or endpoint since this one looked.
        throw new AgencyRefusal.Conflict("A client or endpoint of it belongs to another agency.");
      }
    }
  }

  /** Counts the changes that this instance made, of all agencies. */
  long changes() {
    return changes.get();
  }

  private Outcome changeOnce(String id, AgencyCommand asked, Actor actor, @Nullable Long seen) {
    if (asked instanceof AgencyCommand.Suspend || asked instanceof AgencyCommand.Close) {
      // Before anything is read: what was submitted until now is seen, and what comes is refused.
      rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
    var command = known(id, asked);
    var row = rows.findById(id);
    long version = row == null ? 0 : row.version;
    if (seen != null && seen != version) {
      throw new AgencyRefusal.Stale();
    }
    var state = states.of(row);
    var decided = AgencyRules.decide(state, command, actor);
    if (decided.isEmpty()) {
      return new Outcome(false, 0);
    }
    requireFree(id, state, command);
    // Rows and stream may differ once, where the rows of before were dropped.
    var appended =
        log.append(
            Topic.INTAKE_AGENCIES,
            id,
            row == null ? log.version(Topic.INTAKE_AGENCIES, id) : version,
            actor,
            null,
            decided);
    return new Outcome(row == null, tell(appended, actor));
  }

  /** Fills in what the transaction knows better than who asked. */
  private AgencyCommand known(String id, AgencyCommand command) {
    return switch (command) {
      case AgencyCommand.SeeOfficer it ->
          new AgencyCommand.SeeOfficer(it.account(), officer(id, it.account(), o -> o.firstSeenAt));
      case AgencyCommand.BlockOfficer it ->
          new AgencyCommand.BlockOfficer(it.account(), officer(id, it.account(), o -> o.blockedAt));
      case AgencyCommand.UnblockOfficer it ->
          new AgencyCommand.UnblockOfficer(
              it.account(), officer(id, it.account(), o -> o.blockedAt));
      default -> command;
    };
  }

  private boolean officer(String id, String account, Function<OfficerRow, @Nullable Instant> time) {
    var officer = rows.officer(id, account);
    return officer != null && time.apply(officer) != null;
  }

  /** An OIDC client or an endpoint belongs to one agency only. */
  private void requireFree(String id, AgencyState state, AgencyCommand command) {
    switch (command) {
      case AgencyCommand.Propose(Registration asked) -> {
        var taken = taken(id, asked);
        if (!taken.isEmpty()) {
          throw Problems.invalid(taken);
        }
      }
      case AgencyCommand.Approve _ -> {
        var pending = state.pending();
        if (pending != null && !taken(id, pending.registration()).isEmpty()) {
          throw new AgencyRefusal.Conflict("A client or endpoint of it belongs to another agency.");
        }
      }
      default -> {}
    }
  }

  private List<Fault> taken(String id, Registration asked) {
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < asked.clients().size(); i++) {
      if (isAnothers(id, AliasRow.Kind.CLIENT, asked.clients().get(i))) {
        faults.add(new Fault("/clients", "belongs to another agency: " + asked.clients().get(i)));
      }
    }
    var endpoint = asked.endpoint();
    if (endpoint != null
        && isAnothers(
            id,
            AliasRow.Kind.ENDPOINT,
            AliasRow.endpoint(endpoint.countryCode(), endpoint.uniqueIdentifier()))) {
      faults.add(new Fault("/endpoint", "belongs to another agency"));
    }
    return faults;
  }

  private boolean isAnothers(String id, AliasRow.Kind kind, String alias) {
    return rows.holder(kind, alias).filter(holder -> !holder.equals(id)).isPresent();
  }

  private int tell(List<Event> appended, Actor actor) {
    int requests = 0;
    for (Event event : appended) {
      String agency = event.envelope().subject();
      for (SuspensionListener listener : listeners) {
        requests +=
            switch (event.data()) {
              case AgencySuspended _ -> listener.suspended(agency, actor, event.envelope().id());
              case AgencyReinstated it ->
                  listener.reinstated(agency, actor, UUID.fromString(it.getSuspension()));
              case AgencyClosed _ -> listener.closed(agency, actor, event.envelope().id());
              default -> 0;
            };
      }
    }
    return requests;
  }
}
