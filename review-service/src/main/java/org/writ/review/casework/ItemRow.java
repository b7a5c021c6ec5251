package org.writ.review.casework;

import org.jspecify.annotations.Nullable;
import org.writ.events.review.CaseItem;
import org.writ.events.review.ItemDecision;

/**
 * An item of a case and what was decided, or is proposed to be decided, about it.
 *
 * @param asked as the request asks for it
 * @param decision null before
 */
record ItemRow(CaseItem asked, @Nullable ItemDecision decision) {

  String itemId() {
    return asked.getItemId();
  }
}
