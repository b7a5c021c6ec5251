package org.writ.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.writ.ops.OpsException;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Pause;

/** What an agency does about one request: submits it, follows it, fetches the package, confirms. */
final class Errand implements Callable<Outcome> {

  private static final Set<String> ENDS =
      Set.of("REFUSED", "NO_DATA", "DELIVERED", "EXPIRED", "WITHDRAWN", "PRESERVED");

  private final DemoRequest request;
  private final AgencyDesk desk;
  private final String idempotencyKey;
  private final Board board;
  private final Duration patience;

  /**
   * An errand.
   *
   * @param run sets the idempotency keys of this run apart from those of others
   * @param patience how long nothing at all may happen before the request is given up
   */
  Errand(DemoRequest request, AgencyDesk desk, String run, Board board, Duration patience) {
    this.request = request;
    this.desk = desk;
    this.idempotencyKey = "demo-" + run + "-" + request.number();
    this.board = board;
    this.patience = patience;
  }

  @Override
  public Outcome call() {
    Answer answer = desk.intake().submit(idempotencyKey, request.body());
    if (answer.is(400, 422)) {
      board.ended();
      return new Outcome(request, Optional.empty(), Integer.toString(answer.status()), true);
    }
    String id = answer.require(202).json().path("id").asText();
    board.accepted(id);
    if (request.kind() == Kind.REPEATED) {
      requireSame(id, desk.intake().submit(idempotencyKey, request.body()).require(202));
    }
    Outcome outcome = follow(id);
    if (outcome.isFinal()) {
      board.ended();
    }
    return outcome;
  }

  private static void requireSame(String id, Answer repeated) {
    String again = repeated.json().path("id").asText();
    if (!again.equals(id)) {
      throw new OpsException(
          "The same submission became two requests, %s and %s".formatted(id, again));
    }
  }

  private Outcome follow(String id) {
    String status = "RECEIVED";
    boolean acknowledged = false;
    Pause pause = new Pause();
    while (board.silence().compareTo(patience) < 0) {
      board.requireSound();
      JsonNode seen = desk.intake().request(id).require(200).json();
      String now = seen.path("status").asText();
      if (!now.equals(status)) {
        status = now;
        board.stepped();
        pause = new Pause();
      }
      if (ENDS.contains(status)) {
        return new Outcome(request, Optional.of(id), status, true);
      }
      if (status.equals("AVAILABLE") && !acknowledged) {
        fetch(id, seen);
        acknowledged = true;
        board.stepped();
      }
      pause.rest();
    }
    return new Outcome(request, Optional.of(id), status, false);
  }

  private void fetch(String id, JsonNode seen) {
    String delivery = seen.path("delivery").path("id").asText();
    byte[] encrypted = desk.disclosure().fetch(delivery).require(200).body();
    String sha256 = PackageReader.sha256(encrypted);
    if (!sha256.equals(seen.path("delivery").path("sha256").asText())) {
      throw new OpsException(
          "The package of request %s is not what intake announced".formatted(id));
    }
    checkContent(id, desk.reader().open(encrypted), seen);
    // A second acknowledgement, after an answer that got lost, may be refused.
    desk.disclosure().acknowledge(delivery, sha256).require(200, 202, 204, 409);
  }

  private void checkContent(String id, JsonNode manifest, JsonNode seen) {
    if (!manifest.path("requestId").asText().equals(id)) {
      throw new OpsException(
          "The package of request %s is of %s".formatted(id, manifest.path("requestId")));
    }
    for (JsonNode item : manifest.path("items")) {
      if (!request.identifiers().contains(item.path("identifier").path("value").asText())) {
        throw new OpsException("The package of %s is about an account not asked for".formatted(id));
      }
      if (!granted(seen, item.path("itemId").asText()).containsAll(texts(item.path("dataTypes")))) {
        throw new OpsException("The package of %s holds what was not approved".formatted(id));
      }
    }
  }

  private static Set<String> granted(JsonNode seen, String itemId) {
    for (JsonNode item : seen.path("items")) {
      if (item.path("itemId").asText().equals(itemId)) {
        return texts(item.path("dataTypes"));
      }
    }
    return Set.of();
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
