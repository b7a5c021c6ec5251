package org.writ.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.writ.ops.OpsException;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Pause;
import org.writ.ops.api.Review;

/**
 * A reviewer of the demo: claims the most urgent case and decides it, until nobody needs decisions
 * any more.
 *
 * <p>Other people's cases are not the demo's to decide. Who gets one gives it back, and from then
 * on claims the demo's own by name. Cases are claimed by name also when none is free: an answer
 * that got lost on the way leaves a case with somebody who does not know.
 */
final class Reviewer implements Runnable {

  private static final int MOST_TRIES = 20;

  private final Review review;
  private final Board board;
  private boolean othersWait;

  Reviewer(Review review, Board board) {
    this.review = review;
    this.board = board;
  }

  @Override
  public void run() {
    try {
      Pause pause = new Pause();
      while (!board.isClosed()) {
        if (claimNext() || claimByName()) {
          pause = new Pause();
        } else {
          pause.rest();
        }
      }
    } catch (RuntimeException e) {
      board.fail(e);
    }
  }

  private boolean claimNext() {
    if (othersWait) {
      return false;
    }
    Answer claimed = review.claimNext().require(200, 204, 409);
    if (!claimed.is(200)) {
      return false;
    }
    String id = claimed.json().path("id").asText();
    if (board.isOwn(id)) {
      decide(id, claimed);
      return true;
    }
    othersWait = true;
    // Whatever comes of it: a claim that is not given back lapses.
    review.release(id, etag(claimed));
    return false;
  }

  private boolean claimByName() {
    Optional<String> taken = board.take();
    if (taken.isEmpty()) {
      return false;
    }
    String id = taken.get();
    Answer claimed = review.claim(id).require(200, 404, 409, 412);
    if (claimed.is(200)) {
      decide(id, claimed);
      return true;
    }
    // Not there yet, or with another reviewer, who may have decided it meanwhile.
    if (!claimed.is(409) || !isDecided(id)) {
      board.putBack(id);
    }
    return false;
  }

  private boolean isDecided(String id) {
    return isDecided(review.read(id).require(200).json());
  }

  private static boolean isDecided(JsonNode file) {
    return file.path("status").asText().equals("DECIDED");
  }

  private void decide(String id, Answer found) {
    Answer file = found;
    Pause pause = new Pause();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Answer answer =
          review
              .decide(id, etag(file), CaseDecision.of(file.json()))
              .require(200, 201, 204, 409, 412);
      if (!answer.is(409, 412)) {
        board.decided(id);
        return;
      }
      // Something came between; or it is this very decision, and its answer got lost.
      file = review.claim(id);
      if (!file.is(200)) {
        file = review.read(id).require(200);
      }
      if (isDecided(file.json())) {
        board.decided(id);
        return;
      }
      pause.rest();
    }
    throw new OpsException("Case %s cannot be decided in %d tries".formatted(id, MOST_TRIES));
  }

  private static String etag(Answer answer) {
    return answer
        .header("ETag")
        .orElseThrow(() -> new OpsException("No ETag came with the answer to " + answer.call()));
  }
}
