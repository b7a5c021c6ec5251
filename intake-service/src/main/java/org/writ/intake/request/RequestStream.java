package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.RequestDetails;
import org.writ.intake.agency.RegisteredAgencies;

/** What an agency changes of a request of its own, in one transaction. */
@ApplicationScoped
class RequestStream {

  private final Transactions transactions;
  private final RegisteredAgencies agencies;
  private final RequestRows rows;
  private final EventLog log;
  private final CaseKeys keys;

  RequestStream(
      Transactions transactions,
      RegisteredAgencies agencies,
      RequestRows rows,
      EventLog log,
      CaseKeys keys) {
    this.agencies = agencies;
    this.transactions = transactions;
    this.rows = rows;
    this.log = log;
    this.keys = keys;
  }

  /**
   * Runs the work on a request of this agency; empty if it has none with this id. A suspension of
   * the same moment waits, and then freezes what this did.
   *
   * @throws RuntimeException 403 if the agency is not active
   */
  <T> Optional<T> change(String agency, String id, Function<RequestRow, T> work) {
    return transactions.call(() -> changeWithin(agency, id, work));
  }

  /** The same in the current transaction. */
  <T> Optional<T> changeWithin(String agency, String id, Function<RequestRow, T> work) {
    if (agencies.holdActive(List.of(agency)).isEmpty()) {
      // Says why not.
      agencies.active(agency);
    }
    return rows.findOwn(agency, id).map(work);
  }

  /** Appends what was decided about a request, in the current transaction. */
  Event append(RequestRow row, NewEvent decided, Actor actor) {
    return log.append(Topic.INTAKE_REQUESTS, row.id, row.version, actor, null, List.of(decided))
        .getFirst();
  }

  /**
   * Refuses to add words to a request whose key is gone.
   *
   * @throws RequestConflict if the request is erased
   */
  void requireNotErased(RequestRow row) {
    var sealed = row.sealedDetails();
    if (sealed == null || keys.open(sealed, RequestDetails.class).isEmpty()) {
      throw new RequestConflict("The request is erased; nothing can be added.");
    }
  }

  /** The newest message of a kind, if these were its words. */
  Optional<MessageRow> sameAsNewest(RequestRow row, MessageKind kind, String words) {
    return rows.newestMessage(row.id, kind)
        .filter(
            message -> {
              var sealed = message.sealedDetails();
              return sealed != null
                  && keys.open(sealed, MessageDetails.class)
                      .filter(details -> details.getText().equals(words))
                      .isPresent();
            });
  }

  /** The newest message of a kind. */
  Optional<MessageRow> newest(RequestRow row, MessageKind kind) {
    return rows.newestMessage(row.id, kind);
  }
}
