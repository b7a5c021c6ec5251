package org.writ.review.casework;

import java.util.HashSet;
import java.util.Set;
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
 * @param formerDeciders opaque ids of all who decided or confirmed what was ever appealed against;
 *     empty before the first appeal
 */
record Matter(
    @Nullable String suspension,
    @Nullable String question,
    @Nullable String proposedBy,
    @Nullable CallBack callBack,
    Set<String> formerDeciders) {

  /** Of a case that was just opened. */
  static final Matter NONE = new Matter(null, null, null, null, Set.of());

  /** What a call to the agency came to, at the number on file. */
  enum CallBack {
    /** The agency confirmed that it sent the request. */
    CONFIRMED,
    /** The agency knows nothing of it. */
    DENIED,
    /** Nobody could be reached, which says neither. */
    NOT_REACHED
  }

  /**
   * The decision that is appealed against.
   *
   * @param decidedBy opaque id of the person who decided
   * @param confirmedBy opaque id of the second person; null if none was asked for
   */
  record Appeal(String decidedBy, @Nullable String confirmedBy) {

    /** Whether the person had a part in that decision. */
    boolean isAgainst(String person) {
      return decidedBy.equals(person) || person.equals(confirmedBy);
    }
  }

  /** Whether the person decided what was appealed against, and has no part in deciding it anew. */
  boolean isAppealAgainst(String person) {
    return formerDeciders.contains(person);
  }

  /** Whoever decided before an earlier appeal does not come back with a later one. */
  Matter appealed(Appeal against) {
    var deciders = new HashSet<>(formerDeciders);
    deciders.add(against.decidedBy());
    if (against.confirmedBy() != null) {
      deciders.add(against.confirmedBy());
    }
    return new Matter(suspension, question, proposedBy, callBack, Set.copyOf(deciders));
  }

  boolean isFrozen() {
    return suspension != null;
  }

  Matter frozen(@Nullable String by) {
    return new Matter(by, question, proposedBy, callBack, formerDeciders);
  }

  Matter asked(@Nullable String byQuestion) {
    return new Matter(suspension, byQuestion, proposedBy, callBack, formerDeciders);
  }

  Matter proposed(@Nullable String by) {
    return new Matter(suspension, question, by, callBack, formerDeciders);
  }

  /** A call that reached nobody leaves what is known as it is. */
  Matter called(CallBack outcome) {
    return outcome == CallBack.NOT_REACHED
        ? this
        : new Matter(suspension, question, proposedBy, outcome, formerDeciders);
  }

  /** Nothing is waited for any more; the decision can be appealed against, too. */
  Matter settled() {
    return new Matter(suspension, null, null, callBack, formerDeciders);
  }
}
