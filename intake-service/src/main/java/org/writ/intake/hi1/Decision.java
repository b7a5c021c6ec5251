package org.writ.intake.hi1;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a message. If any action is refused, nothing is changed.
 *
 * @param outcomes one for each action, in order
 * @param authorisations ids of the requests that new Authorisations will become
 * @param kept objects that are new or changed, in order
 * @param orders Authorisations whose first tasks came with this message
 * @param withdrawn ids of requests that are taken back
 * @param extended preservations that are to last longer
 * @param papers documents that came with the message
 * @param answers answers to questions of the reviewers
 * @param acknowledged packages that the agency says that it has
 */
record Decision(
    List<Outcome> outcomes,
    List<String> authorisations,
    List<Kept> kept,
    List<Order> orders,
    List<String> withdrawn,
    List<Extension> extended,
    List<Paper> papers,
    List<ClarificationAnswer> answers,
    List<PackageAcknowledgement> acknowledged) {

  /** Whether it changes nothing: the message only reads, or it is refused. */
  boolean changesNothing() {
    return kept.isEmpty() && acknowledged.isEmpty();
  }

  /** The same, had the action about this object been refused: nothing is changed. */
  Decision refusing(String objectId, Refusal refusal) {
    return Draft.nothing(
        outcomes.stream()
            .map(
                outcome ->
                    objectId.equals(outcome.object())
                        ? new Outcome(outcome.action(), outcome.verb(), objectId, refusal)
                        : outcome)
            .map(HandoverRules::notApplied)
            .toList());
  }

  /**
   * What is answered to an action.
   *
   * @param action its ActionIdentifier
   * @param verb what it wanted to do
   * @param object the object that it is about; null if it is about none
   * @param refusal why it is refused; null if it is carried out
   */
  record Outcome(int action, Verb verb, @Nullable String object, @Nullable Refusal refusal) {}

  /**
   * An object as it is kept from now on.
   *
   * @param object as its owner wants it
   * @param requestId the request that it belongs to
   * @param itemId the item that it asks for; null if it is no task
   * @param generation counts what its owner did with it, from 1
   */
  record Kept(HandoverObject object, String requestId, @Nullable String itemId, long generation) {}

  /**
   * An Authorisation that becomes a request.
   *
   * @param requestId the request's id
   * @param authorisation what allows it
   * @param tasks what is asked for, in order, at least one
   */
  record Order(String requestId, HandoverObject authorisation, List<Task> tasks) {}

  /**
   * A task of an order.
   *
   * @param itemId the request's item
   * @param object the task
   */
  record Task(String itemId, HandoverObject object) {}

  /**
   * A preservation that is to last longer.
   *
   * @param requestId the request
   * @param until this time, at least
   */
  record Extension(String requestId, Instant until) {}

  /**
   * A document.
   *
   * @param requestId the request that it belongs to
   * @param object the object that it came in
   */
  record Paper(String requestId, HandoverObject object) {}
}
