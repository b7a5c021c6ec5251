package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.MessageDetails;

/** The agency adds something to a request that nobody asked for. */
@ApplicationScoped
public class SupplementRequest {

  private final RequestStream stream;

  SupplementRequest(RequestStream stream) {
    this.stream = stream;
  }

  /**
   * What became of a supplement.
   *
   * @param id the request's id
   * @param receivedAt when it was received
   */
  @Schema(name = "RequestSupplement")
  public record Supplemented(String id, Instant receivedAt) {}

  /**
   * Adds a text; the same as the newest one again gets the same result.
   *
   * @return empty if the agency has no such request
   * @throws RequestConflict if the request is at its end, or is frozen or erased
   */
  public Optional<Supplemented> supplement(
      String agency, String requestId, String words, Actor actor) {
    return stream.change(agency, requestId, row -> supplement(row, words, actor));
  }

  private Supplemented supplement(RequestRow row, String words, Actor actor) {
    var supplemented = Supplement.decide(Standing.of(row));
    var repeated = stream.sameAsNewest(row, MessageKind.SUPPLEMENT, words);
    if (repeated.isPresent()) {
      return new Supplemented(row.id, repeated.get().at);
    }
    stream.requireNotErased(row);
    var event = stream.append(row, NewEvent.sealed(supplemented, new MessageDetails(words)), actor);
    return new Supplemented(row.id, event.envelope().time());
  }
}
