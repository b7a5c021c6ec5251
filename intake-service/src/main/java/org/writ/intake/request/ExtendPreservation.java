package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;

/** The agency has data preserved for longer. */
@ApplicationScoped
public class ExtendPreservation {

  private final RequestStream stream;
  private final Clock clock;

  ExtendPreservation(RequestStream stream, Clock clock) {
    this.stream = stream;
    this.clock = clock;
  }

  /**
   * What became of an extension.
   *
   * @param id the request's id
   * @param preservedUntil until when the data is preserved now
   * @param rule where that comes from
   * @param extension counts the extensions, from 1
   */
  @Schema(name = "PreservationExtension")
  public record Extended(String id, Instant preservedUntil, String rule, int extension) {}

  /**
   * Extends the preservation, once.
   *
   * @return empty if the agency has no such request
   * @throws RequestConflict if nothing is preserved (any more), it was extended already, or the
   *     request is frozen
   */
  public Optional<Extended> extend(String agency, String requestId, Actor actor) {
    return stream.change(agency, requestId, row -> extend(row, Instant.MIN, actor));
  }

  /**
   * The same in the current transaction.
   *
   * @param wanted until when the agency wants the data to be preserved, at least
   * @throws RequestConflict also if the extension does not reach that far
   */
  public Optional<Extended> extendWithin(
      String agency, String requestId, Instant wanted, Actor actor) {
    return stream.changeWithin(agency, requestId, row -> extend(row, wanted, actor));
  }

  private Extended extend(RequestRow row, Instant wanted, Actor actor) {
    var extended = Preservation.decide(Standing.of(row), clock.instant());
    if (wanted.isAfter(extended.getUntil())) {
      throw new RequestConflict(
          "The preservation can be extended until %s, and no further (%s)."
              .formatted(extended.getUntil(), extended.getRule()));
    }
    stream.append(row, NewEvent.open(extended), actor);
    return new Extended(row.id, extended.getUntil(), extended.getRule(), extended.getExtension());
  }
}
