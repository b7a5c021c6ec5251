package org.writ.review.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param nextCursor where the next page starts; null on the last one
 */
@Schema(name = "Queue")
public record QueueView(List<Entry> items, @Nullable String nextCursor) {

  /**
   * A case in the queue: its open part, nothing about persons.
   *
   * @param urgency while the clock stands still, that of the time when it was stopped
   * @param dueAt when it has to be answered; put off once the agency answers a question for which
   *     the clock was stopped
   * @param clockStoppedAt since when the deadline waits for the agency's answer; null if it does
   *     not
   * @param items number of items
   * @param holder opaque id of the person who holds it; null if nobody does
   * @param leaseUntil when that claim lapses
   * @param frozen whether the agency is suspended, so that the case can only be read
   * @param orderOverdue whether the order that has to follow an emergency did not come in time
   * @param channel how the request came: API, PAGE or HI1
   * @param escalations steps of escalation that were told of, in order; anew after a re-opening
   * @param clockFrom from when on the time to answer counts: the receipt, or the last re-opening
   */
  @Schema(name = "QueueEntry")
  public record Entry(
      String id,
      CaseStatus status,
      Urgency urgency,
      Instant receivedAt,
      Instant dueAt,
      @Nullable Instant clockStoppedAt,
      String country,
      CaseView.Agency agency,
      String process,
      int items,
      Findings findings,
      @Nullable String holder,
      @Nullable Instant leaseUntil,
      boolean frozen,
      boolean orderOverdue,
      String channel,
      List<String> escalations,
      @JsonIgnore Instant clockFrom) {

    static Entry of(CaseRow row, Instant now) {
      Standing standing = row.standing();
      boolean held = standing.state() instanceof CaseState.Claimed claimed && claimed.holds(now);
      return new Entry(
          row.id,
          standing.status(now),
          Urgency.of(now, row.clockStoppedAt, row.clockFrom, row.dueAt),
          row.receivedAt,
          row.dueAt,
          row.clockStoppedAt,
          row.country,
          new CaseView.Agency(row.agency, row.agencyName),
          row.process,
          row.itemCount,
          new Findings(row.blockingFindings, row.secondPersonFindings, row.notes),
          held ? row.holder : null,
          held ? row.leaseUntil : null,
          standing.matter().isFrozen(),
          row.orderOverdue,
          row.channel,
          row.escalations(),
          row.clockFrom);
    }
  }

  /** How many findings there are of each severity. */
  @Schema(name = "QueueFindings")
  public record Findings(int blocking, int secondPerson, int notes) {}
}
