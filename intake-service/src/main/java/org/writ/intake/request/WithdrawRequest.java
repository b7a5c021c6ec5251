package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.RequestStatus;

/** The agency takes a request back. */
@ApplicationScoped
public class WithdrawRequest {

  private final RequestStream stream;

  WithdrawRequest(RequestStream stream) {
    this.stream = stream;
  }

  /**
   * What became of a withdrawal.
   *
   * @param id the request's id
   * @param status always {@code WITHDRAWN}
   * @param withdrawnAt when it was withdrawn
   */
  @Schema(name = "RequestWithdrawal")
  public record Withdrawn(String id, RequestStatus status, Instant withdrawnAt) {}

  /**
   * Withdraws a request; once it is withdrawn, the same result again and again.
   *
   * @param reason in the agency's own words; null if it gives none
   * @return empty if the agency has no such request
   * @throws RequestConflict if the request is answered, or is frozen or erased
   */
  public Optional<Withdrawn> withdraw(
      String agency, String requestId, @Nullable String reason, Actor actor) {
    return stream.change(agency, requestId, row -> withdraw(row, reason, actor));
  }

  /** The same in the current transaction, without a reason. */
  public Optional<Withdrawn> withdrawWithin(String agency, String requestId, Actor actor) {
    return stream.changeWithin(agency, requestId, row -> withdraw(row, null, actor));
  }

  private Withdrawn withdraw(RequestRow row, @Nullable String reason, Actor actor) {
    if (row.status == RequestStatus.WITHDRAWN) {
      var before = stream.newest(row, MessageKind.WITHDRAWAL).orElseThrow();
      return new Withdrawn(row.id, row.status, before.at);
    }
    var withdrawn = Withdrawal.decide(Standing.of(row));
    if (reason != null) {
      stream.requireNotErased(row);
    }
    var event =
        stream.append(
            row,
            reason == null
                ? NewEvent.open(withdrawn)
                : NewEvent.sealed(withdrawn, new MessageDetails(reason)),
            actor);
    return new Withdrawn(row.id, RequestStatus.WITHDRAWN, event.envelope().time());
  }
}
