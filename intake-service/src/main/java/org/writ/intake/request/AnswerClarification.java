package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.MessageDetails;

/** The agency answers a question of the reviewers. */
@ApplicationScoped
public class AnswerClarification {

  private final RequestStream stream;
  private final Clock clock;

  AnswerClarification(RequestStream stream, Clock clock) {
    this.stream = stream;
    this.clock = clock;
  }

  /**
   * What became of an answer.
   *
   * @param id the request's id
   * @param answeredAt when the answer was received
   * @param dueAt when the request has to be answered now
   */
  @Schema(name = "ClarificationAnswer")
  public record Answer(String id, Instant answeredAt, @Nullable Instant dueAt) {}

  /**
   * Answers the question that waits; the same answer again gets the same result.
   *
   * @return empty if the agency has no such request
   * @throws RequestConflict if nothing is asked, or the request is frozen or erased
   */
  public Optional<Answer> answer(String agency, String requestId, String words, Actor actor) {
    return stream.change(agency, requestId, row -> answer(row, words, actor));
  }

  /** The same in the current transaction. */
  public Optional<Answer> answerWithin(String agency, String requestId, String words, Actor actor) {
    return stream.changeWithin(agency, requestId, row -> answer(row, words, actor));
  }

  private Answer answer(RequestRow row, String words, Actor actor) {
    var standing = Standing.of(row);
    if (standing.question() == null && !standing.frozen()) {
      var repeated = stream.sameAsNewest(row, MessageKind.ANSWER, words);
      if (repeated.isPresent()) {
        return new Answer(row.id, repeated.get().at, repeated.get().dueAt);
      }
    }
    var answered = Clarification.decide(standing, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    stream.requireNotErased(row);
    var event = stream.append(row, NewEvent.sealed(answered, new MessageDetails(words)), actor);
    return new Answer(row.id, event.envelope().time(), answered.getDueAt());
  }
}
