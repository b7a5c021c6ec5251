package org.writ.review.desk;

import org.writ.review.casework.CaseView;
import org.writ.review.casework.SeenVersion;

/**
 * The form of a decision as it came.
 *
 * @param view the case as it is now
 * @param seen the state of it that the form was made for; stays the same from page to page, so that
 *     what changes meanwhile is noticed
 * @param position of the page of items
 * @param form what was typed
 */
record Sent(CaseView view, SeenVersion seen, int position, DecisionForm form) {

  /** A form that nothing is typed into yet, for the case as it is now. */
  static Sent blank(CaseView view, int position) {
    return new Sent(view, new SeenVersion(view.version()), position, DecisionForm.blank());
  }

  /** The same with something else typed, or another page of items. */
  Sent with(DecisionForm typed, int place) {
    return new Sent(view, seen, place, typed);
  }

  /** The same for the case as it is now, to whoever is told that it has changed. */
  Sent anew() {
    return new Sent(view, new SeenVersion(view.version()), position, form);
  }
}
