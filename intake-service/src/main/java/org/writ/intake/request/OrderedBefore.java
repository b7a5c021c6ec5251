package org.writ.intake.request;

import org.jspecify.annotations.Nullable;

/**
 * The requests for one order that there are before another one.
 *
 * @param first id of the first that its agency did not take back; null if there is none
 * @param count of all of them
 */
record OrderedBefore(@Nullable String first, int count) {

  static final OrderedBefore NONE = new OrderedBefore(null, 0);

  /** The same and one more. */
  OrderedBefore and(String id) {
    return new OrderedBefore(first == null ? id : first, count + 1);
  }
}
