package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.RequestDetails;
import org.writ.web.problem.Problems;

/** Accepts a submission, once for each idempotency key. */
@ApplicationScoped
class SubmitRequest {

  private final Transactions transactions;
  private final EventLog log;
  private final CaseKeys keys;
  private final RequestRows rows;
  private final Ids ids;
  private final Clock clock;

  SubmitRequest(
      Transactions transactions,
      EventLog log,
      CaseKeys keys,
      RequestRows rows,
      Ids ids,
      Clock clock) {
    this.transactions = transactions;
    this.log = log;
    this.keys = keys;
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Accepts a request; returns once it is committed. A repetition of an accepted one gets the same
   * answer.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if the agency used the key for another
   *     body, 409 if that can no longer be told
   */
  Acceptance submit(NewRequest request, Actor actor) {
    try {
      return transactions.call(() -> repeated(request, () -> accept(request, actor)));
    } catch (RuntimeException failure) {
      // Two submissions with one key at the same moment: the unique index let one pass.
      if (!isDuplicate(failure)) {
        throw failure;
      }
      return transactions.call(
          () ->
              repeated(
                  request,
                  () -> {
                    throw failure;
                  }));
    }
  }

  private Acceptance repeated(NewRequest request, Supplier<Acceptance> other) {
    return rows.findByKey(request.agency().id(), request.prints().idempotencyKey())
        .map(earlier -> answerAgain(earlier, request.bodyDigest()))
        .orElseGet(other);
  }

  private Acceptance answerAgain(RequestRow earlier, String bodyDigest) {
    var sealed = earlier.sealedDetails();
    var digest =
        sealed == null
            ? Optional.<String>empty()
            : keys.open(sealed, RequestDetails.class).map(RequestDetails::getBodyDigest);
    if (digest.isEmpty()) {
      throw Problems.conflict(
          "The request that was submitted with this Idempotency-Key is erased; use a new key.");
    }
    if (!digest.get().equals(bodyDigest)) {
      throw Problems.invalid(
          "This Idempotency-Key was used for another body; use a new key for a new request.");
    }
    return Acceptance.of(earlier);
  }

  private Acceptance accept(NewRequest request, Actor actor) {
    String id = ids.next().toString();
    var receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // The key first: whoever reads the request must find it.
    keys.issue(id, actor);
    log.append(Topic.INTAKE_REQUESTS, id, 0, actor, null, List.of(request.decide(receivedAt)));
    return Acceptance.of(rows.findById(id));
  }

  private static boolean isDuplicate(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException) {
        return true;
      }
    }
    return false;
  }
}
