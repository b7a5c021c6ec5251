package org.writ.intake.emergency;

import java.time.Instant;
import java.util.Optional;
import org.writ.events.intake.OrderOverdue;

/**
 * An emergency whose order may have to follow.
 *
 * @param orderDueAt until when the order must have come
 * @param hasOrder whether it came
 * @param ended whether the emergency was refused or withdrawn
 * @param overdue whether it was said already that the order is overdue
 */
record Emergency(Instant orderDueAt, boolean hasOrder, boolean ended, boolean overdue) {

  /** What is to be said about the order, once; pure. */
  Optional<OrderOverdue> decide(Instant now) {
    return hasOrder || ended || overdue || now.isBefore(orderDueAt)
        ? Optional.empty()
        : Optional.of(new OrderOverdue(orderDueAt));
  }
}
