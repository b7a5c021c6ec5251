package org.writ.review.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.CaseView;
import org.writ.review.policy.Policy;

/**
 * What a reviewer wants about one item, as the form has it. Days are in UTC; the last one is
 * included.
 *
 * @param approve whether the item is to be approved
 * @param dataTypes to be disclosed if it is
 * @param from first day, as typed
 * @param to last day, as typed
 * @param ground of a refusal; empty: none is chosen
 * @param explanation the reviewer's reasons
 */
record Choice(
    boolean approve,
    List<String> dataTypes,
    String from,
    String to,
    String ground,
    String explanation) {

  private static final String NOT_DISCLOSED = "DATA_TYPE_NOT_DISCLOSED";

  /**
   * Where the form starts from: what the policy allows of what is asked; a refusal where a blocking
   * finding stands against it, or nothing that is asked for may be disclosed.
   *
   * @param blocking what stands against approvals
   * @param receivedAt when the request was received
   */
  static Choice start(CaseView.Item item, Blocking blocking, Policy policy, Instant receivedAt) {
    List<String> allowed =
        item.dataTypes().stream().filter(policy.mayBeDisclosed()::contains).toList();
    Optional<CaseView.Finding> against = blocking.against(item);
    String ground =
        against.map(CaseView.Finding::ground).orElse(allowed.isEmpty() ? NOT_DISCLOSED : "");
    return new Choice(
        against.isEmpty() && !allowed.isEmpty(),
        allowed,
        firstDay(item, policy, receivedAt),
        lastDay(item, receivedAt),
        policy.grounds().containsKey(ground) ? ground : "",
        "");
  }

  /** The same item refused on a ground. */
  Choice refused(String onGround) {
    return new Choice(false, dataTypes, from, to, onGround, explanation);
  }

  /** First day of the period that is asked for; of an open one, of the oldest data that is held. */
  static String firstDay(CaseView.Item item, Policy policy, Instant receivedAt) {
    return day(item.from() != null ? item.from() : policy.heldSince(receivedAt));
  }

  /** Last day of the period that is asked for; of an open one, of the receipt. */
  static String lastDay(CaseView.Item item, Instant receivedAt) {
    return day((item.to() != null ? item.to() : receivedAt).minusMillis(1));
  }

  private static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }

  /** Start of the approved period; null: as asked. What is no day is passed on as it is. */
  @Nullable String fromTime(CaseView.Item item, Policy policy, Instant receivedAt) {
    return from.equals(firstDay(item, policy, receivedAt)) ? null : time(from, 0);
  }

  /** End of the approved period, exclusive; null: as asked. */
  @Nullable String toTime(CaseView.Item item, Instant receivedAt) {
    return to.equals(lastDay(item, receivedAt)) ? null : time(to, 1);
  }

  private static String time(String typed, int daysLater) {
    try {
      return LocalDate.parse(typed)
          .plusDays(daysLater)
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC)
          .toString();
    } catch (java.time.DateTimeException noDay) {
      return typed;
    }
  }
}
