package org.writ.disclosure.preservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;

/**
 * The events of a request's preservation: reads its state, decides, appends. Works in the caller's
 * transaction.
 */
@ApplicationScoped
class PreservationStream {

  private static final Actor SELF = Actor.service("disclosure");

  private final PreservationRows rows;
  private final EventLog log;
  private final Clock clock;

  PreservationStream(PreservationRows rows, EventLog log, Clock clock) {
    this.rows = rows;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A preservation that was read.
   *
   * @param version that the state was read at
   */
  record Read(String requestId, Preservation state, long version) {}

  /** Reads the preservation of a request, which may be none. */
  Read read(String requestId) {
    return new Read(
        requestId,
        rows.ofRequest(requestId)
            .map(PreservationRow::toPreservation)
            .orElseGet(Preservation.None::new),
        log.version(Topic.DISCLOSURE_DELIVERIES, requestId));
  }

  /**
   * Decides on what was read and appends.
   *
   * @param cause id of the input that this answers; null if it is the clock
   * @return whether anything came of it
   * @throws org.writ.eventlog.ConcurrentChange if the preservation has changed since it was read
   */
  boolean carryOut(Read read, PreservationCommand command, @Nullable UUID cause) {
    List<NewEvent> events =
        PreservationRules.decide(
            read.state(), command, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (!events.isEmpty()) {
      log.append(
          Topic.DISCLOSURE_DELIVERIES, read.requestId(), read.version(), SELF, cause, events);
    }
    return !events.isEmpty();
  }
}
