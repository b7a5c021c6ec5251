package org.writ.disclosure.preservation;

import jakarta.enterprise.context.ApplicationScoped;
import org.writ.eventlog.Event;
import org.writ.eventlog.Ids;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;

/** Opens a preservation when a case about a preservation order is decided. */
@ApplicationScoped
public class OpenPreservation {

  private final PreservationStream stream;
  private final CaseKeys keys;
  private final Ids ids;

  OpenPreservation(PreservationStream stream, CaseKeys keys, Ids ids) {
    this.stream = stream;
    this.keys = keys;
    this.ids = ids;
  }

  /**
   * Carries out a decision, in the current transaction. One that approves nothing, or that is about
   * disclosing, opens no preservation.
   *
   * @throws IllegalStateException if the decision approves something although the case's key is
   *     erased, or another decision was carried out for the request: somebody has to look at that
   * @throws IllegalArgumentException if what it approves cannot be collected
   */
  public void carryOut(Event event, CaseDecided decision) {
    if (!PreservationRules.isToBePreserved(decision)) {
      return;
    }
    DecisionDetails details =
        event
            .sealed()
            .flatMap(part -> keys.open(part, DecisionDetails.class))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected a decision that can be read; the key of its case is erased"));
    stream.carryOut(
        stream.read(event.envelope().subject()),
        new PreservationCommand.Open(ids.next(), event.envelope().id(), decision, details),
        event.envelope().id());
  }
}
