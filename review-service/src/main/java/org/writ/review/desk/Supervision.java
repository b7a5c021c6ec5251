package org.writ.review.desk;

import org.jspecify.annotations.Nullable;

/**
 * What a senior reviewer could do about a case that they do not hold.
 *
 * @param senior whether whoever looks is one
 * @param assigns whether the case can be given to somebody, or taken
 * @param appealable whether it is refused as a whole, which is all that an appeal re-opens
 * @param whyNot why whoever looks cannot re-open it; null if they can
 */
record Supervision(boolean senior, boolean assigns, boolean appealable, @Nullable String whyNot) {

  /** Of somebody who must not do any of it. */
  static Supervision none(boolean senior) {
    return new Supervision(senior, false, false, null);
  }
}
