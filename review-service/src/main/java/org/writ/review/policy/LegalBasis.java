package org.writ.review.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy says about one kind of legal process.
 *
 * @param process such as COURT_ORDER
 * @param basis the law that it rests on
 * @param issuers the data types that an authority may ask for with it, by the authority's type; a
 *     type that is not there may not issue it
 * @param discloses the data types that a decision may approve to be disclosed; empty for a process
 *     upon which nothing is
 * @param preserves the data types that a decision may approve to be kept; empty unless it is a
 *     preservation order, upon which nothing is disclosed
 * @param bars the data types that are never approved upon it
 * @param mustContain what an order must say, each in a sentence; reviewers are shown it beside the
 *     order, as no fact of a request tells what a document says
 * @param answerWithin how soon the platform means to answer it, from its receipt; reviewers are
 *     shown it. The deadline that counts, in the queue too, is the one that intake computed and
 *     recorded
 * @param twoPersons whether two persons have to approve it
 */
public record LegalBasis(
    String process,
    String basis,
    Map<String, Set<String>> issuers,
    Set<String> discloses,
    Set<String> preserves,
    Set<String> bars,
    List<String> mustContain,
    Duration answerWithin,
    boolean twoPersons) {

  /** The data types that a decision may approve: to be disclosed, or to be kept. */
  public Set<String> approvable() {
    return preserves.isEmpty() ? discloses : preserves;
  }

  /** The data types that an authority of this type may ask for; empty if it may not issue it. */
  Set<String> orderableBy(String authority) {
    return issuers.getOrDefault(authority, Set.of());
  }
}
