package org.writ.review.casework;

import org.jspecify.annotations.Nullable;

/**
 * What stands about a case beside who holds it.
 *
 * @param suspension ce_id of the event that suspended the agency and froze the case; null if it is
 *     not frozen
 * @param question ce_id of the question that the agency has not answered yet; null if there is none
 * @param proposedBy opaque id of the person whose proposed decision waits for a second person; null
 *     if there is none
 * @param callBack what the last call-back that reached somebody came to; null before
 */
record Matter(
    @Nullable String suspension,
    @Nullable String question,
    @Nullable String proposedBy,
    @Nullable CallBack callBack) {

  /** Of a case that was just opened. */
  static final Matter NONE = new Matter(null, null, null, null);

  /** What a call to the agency came to, at the number on file. */
  enum CallBack {
    /** The agency confirmed that it sent the request. */
    CONFIRMED,
    /** The agency knows nothing of it. */
    DENIED,
    /** Nobody could be reached, which says neither. */
    NOT_REACHED
  }

  boolean isFrozen() {
    return suspension != null;
  }

  Matter frozen(@Nullable String by) {
    return new Matter(by, question, proposedBy, callBack);
  }

  Matter asked(@Nullable String byQuestion) {
    return new Matter(suspension, byQuestion, proposedBy, callBack);
  }

  Matter proposed(@Nullable String by) {
    return new Matter(suspension, question, by, callBack);
  }

  /** A call that reached nobody leaves what is known as it is. */
  Matter called(CallBack outcome) {
    return outcome == CallBack.NOT_REACHED
        ? this
        : new Matter(suspension, question, proposedBy, outcome);
  }

  /** Nothing is waited for any more. */
  Matter settled() {
    return new Matter(suspension, null, null, callBack);
  }
}
