package org.writ.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Starts at {@link #START} whenever the tests run, goes on, and can be put forward. */
@ApplicationScoped
public class TestClock extends Clock {

  /** When the tests take place. */
  public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private final Duration base = Duration.between(Instant.now(), START);
  private volatile Duration forward = Duration.ZERO;

  /** Puts the clock forward. */
  public void forward(Duration duration) {
    forward = forward.plus(duration);
  }

  /** Puts it back to where it would be. */
  public void reset() {
    forward = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(base).plus(forward);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
