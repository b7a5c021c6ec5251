package org.writ.intake.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to an agency, and how far it has come.
 *
 * @param id {@code webhook-id}: the id of the event that it tells of
 * @param requestId null in a ping
 * @param sequence of the event in its request; 0 in a ping
 * @param body JSON, exactly as it is sent
 * @param since when the attempts that go on now began
 * @param failures of the attempts since then
 * @param attempts altogether
 * @param nextAttemptAt null unless it is pending
 * @param lastError what kept the last attempt from succeeding, in our words; null if nothing did
 */
record Message(
    String id,
    String agency,
    @Nullable String requestId,
    long sequence,
    String type,
    String body,
    Status status,
    Instant createdAt,
    Instant since,
    int failures,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant lastAttemptAt,
    @Nullable String lastError) {

  /** How far a message has come. */
  enum Status {
    /** It is sent, or sent again, when its time comes. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** It is no longer tried; it can be replayed. */
    PARKED
  }

  /** A message that is to be sent at once. */
  static Message fresh(
      String id,
      String agency,
      @Nullable String requestId,
      long sequence,
      String type,
      String body,
      Instant now) {
    return new Message(
        id,
        agency,
        requestId,
        sequence,
        type,
        body,
        Status.PENDING,
        now,
        now,
        0,
        0,
        now,
        null,
        null);
  }

  /** After an attempt that the receiver took. */
  Message delivered(Instant at) {
    return attempted(Status.DELIVERED, null, at, null);
  }

  /** After an attempt that failed and is followed by another. */
  Message failed(Instant at, String error, Instant next) {
    return attempted(Status.PENDING, next, at, error);
  }

  /** After the last attempt. */
  Message parked(Instant at, String error) {
    return attempted(Status.PARKED, null, at, error);
  }

  /** From the beginning, as a new message; the receiver sees the same id. */
  Message replayed(Instant at) {
    return with(Status.PENDING, at, 0, attempts, at, lastAttemptAt, lastError);
  }

  /** Put off without an attempt. */
  Message waiting(Instant until) {
    return with(Status.PENDING, since, failures, attempts, until, lastAttemptAt, lastError);
  }

  /** Given up without an attempt. */
  Message abandoned(String error) {
    return with(Status.PARKED, since, failures, attempts, null, lastAttemptAt, error);
  }

  private Message attempted(
      Status after, @Nullable Instant next, Instant at, @Nullable String error) {
    int failed = after == Status.DELIVERED ? failures : failures + 1;
    return with(after, since, failed, attempts + 1, next, at, error);
  }

  /** The same message, come as far as that. */
  private Message with(
      Status status,
      Instant since,
      int failures,
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant lastAttemptAt,
      @Nullable String lastError) {
    return new Message(
        id,
        agency,
        requestId,
        sequence,
        type,
        body,
        status,
        createdAt,
        since,
        failures,
        attempts,
        nextAttemptAt,
        lastAttemptAt,
        lastError);
  }
}
