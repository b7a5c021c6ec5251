package org.writ.intake.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.ClarificationRequested;

/** Questions of the reviewers and the agency's answers to them. Pure. */
final class Clarification {

  private Clarification() {}

  /**
   * What a question means for a request.
   *
   * @param question ce_id of the event that asks
   * @return empty if the question crossed a withdrawal or was overtaken by the answer of disclosure
   * @throws IllegalStateException if it cannot be asked in this state
   */
  static Optional<ClarificationAsked> decide(
      RequestState state, UUID question, ClarificationRequested requested) {
    return switch (state) {
      case RequestState.UnderReview _, RequestState.Clarifying _ ->
          Optional.of(
              ClarificationAsked.newBuilder()
                  .setQuestion(question.toString())
                  .setClockStoppedAt(requested.getClockStoppedAt())
                  .build());
      case RequestState.Withdrawn _ -> Optional.empty();
      case RequestState.Available _, RequestState.Answered _, RequestState.Preserved _
          when !state.isDecisionKnown() ->
          Optional.empty();
      case RequestState.Received _,
          RequestState.Approved _,
          RequestState.Refused _,
          RequestState.Available _,
          RequestState.Answered _,
          RequestState.Preserved _ ->
          throw new IllegalStateException(
              "A question cannot be asked in state %s".formatted(state.status()));
    };
  }

  /**
   * The agency's answer. The deadline moves by the time that it waited.
   *
   * @throws RequestConflict if nothing is asked, or the request is frozen
   */
  static ClarificationAnswered decide(Standing standing, Instant now) {
    standing.requireNotFrozen();
    UUID question = standing.question();
    if (standing.status() != RequestStatus.CLARIFICATION_REQUESTED || question == null) {
      throw new RequestConflict("No question waits for an answer.");
    }
    return ClarificationAnswered.newBuilder()
        .setQuestion(question.toString())
        .setDueAt(standing.dueAt().plus(waited(standing.clockStoppedAt(), now)))
        .build();
  }

  /** Never negative: the clock of another machine may be ahead of ours. */
  private static Duration waited(@Nullable Instant stoppedAt, Instant now) {
    return stoppedAt == null || stoppedAt.isAfter(now)
        ? Duration.ZERO
        : Duration.between(stoppedAt, now);
  }
}
