package org.writ.disclosure.preservation;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.writ.eventlog.Event;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseUnfrozen;

/**
 * What the agency, and its suspension, changes about a preservation. A case without one needs
 * nothing to be changed.
 */
@ApplicationScoped
public class ChangePreservation {

  private static final Logger LOG = Logger.getLogger(ChangePreservation.class);

  private final PreservationStream stream;
  private final PreservationRows rows;
  private final FrozenCopies copies;

  ChangePreservation(PreservationStream stream, PreservationRows rows, FrozenCopies copies) {
    this.stream = stream;
    this.rows = rows;
    this.copies = copies;
  }

  /**
   * Keeps the copy for as long as intake says, in the current transaction. If it is gone by then,
   * intake hears of that from here.
   *
   * @throws IllegalStateException if nothing was ever preserved for the request
   */
  public void prolong(Event event, PreservationExtended extended) {
    boolean prolonged =
        carryOut(
            event,
            new PreservationCommand.Prolong(
                extended.getUntil(), extended.getRule(), extended.getExtension()));
    if (!prolonged) {
      LOG.warnf(
          "Extension finds nothing to be kept for longer, requestId=%s",
          event.envelope().subject());
    }
  }

  /** Ends the preservation and deletes its copy, in the current transaction. */
  public void withdraw(Event event) {
    if (carryOut(event, new PreservationCommand.Withdraw())) {
      rows.ofRequest(event.envelope().subject()).map(row -> row.sha256).ifPresent(copies::delete);
      LOG.infof("Preservation withdrawn, requestId=%s", event.envelope().subject());
    }
  }

  /** Freezes the preservation, in the current transaction. */
  public void freeze(Event event, CaseFrozen frozen) {
    carryOut(event, new PreservationCommand.Freeze(frozen.getSuspension()));
  }

  /** Ends the freezing, in the current transaction; a copy that was not made yet is made then. */
  public void unfreeze(Event event, CaseUnfrozen unfrozen) {
    carryOut(event, new PreservationCommand.Unfreeze(unfrozen.getSuspension()));
  }

  private boolean carryOut(Event event, PreservationCommand command) {
    return stream.carryOut(stream.read(event.envelope().subject()), command, event.envelope().id());
  }
}
