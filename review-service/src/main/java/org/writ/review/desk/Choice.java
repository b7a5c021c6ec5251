package org.writ.review.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.CaseView;

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
   */
  static Choice start(CaseView.Item item, Blocking blocking, Allowed allowed) {
    List<String> types = item.dataTypes().stream().filter(allowed.dataTypes()::contains).toList();
    Optional<CaseView.Finding> against = blocking.against(item);
    String ground =
        against.map(CaseView.Finding::ground).orElse(types.isEmpty() ? NOT_DISCLOSED : "");
    return new Choice(
        against.isEmpty() && !types.isEmpty(),
        types,
        firstDay(item, allowed),
        lastDay(item, allowed),
        allowed.grounds().contains(ground) ? ground : "",
        "");
  }

  /** The same item refused on a ground. */
  Choice refused(String onGround) {
    return new Choice(false, dataTypes, from, to, onGround, explanation);
  }

  /** First day of the period that is asked for; of an open one, of the oldest data that is held. */
  static String firstDay(CaseView.Item item, Allowed allowed) {
    return day(item.from() != null ? item.from() : allowed.heldSince());
  }

  /** Last day of the period that is asked for; of an open one, of the receipt. */
  static String lastDay(CaseView.Item item, Allowed allowed) {
    return day((item.to() != null ? item.to() : allowed.receivedAt()).minusMillis(1));
  }

  private static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }

  /** Start of the approved period; null: as asked. What is no day is passed on as it is. */
  @Nullable String fromTime(CaseView.Item item, Allowed allowed) {
    return from.equals(firstDay(item, allowed)) ? null : time(from, 0);
  }

  /** End of the approved period, exclusive; null: as asked. */
  @Nullable String toTime(CaseView.Item item, Allowed allowed) {
    return to.equals(lastDay(item, allowed)) ? null : time(to, 1);
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
