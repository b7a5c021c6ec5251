package org.writ.web.problem;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few bodies of very many items in at a time: what they need together is bounded, and
 * smaller ones need not wait for them. A body that does not announce its length counts as small.
 * Thread-safe.
 */
public final class LargeBodies {

  private final long smallBytes;
  private final long largeBytes;
  private final Semaphore places;

  /**
   * With these bounds.
   *
   * @param smallBytes a longer body is large
   * @param largeBytes a longer body is refused
   * @param atOnce how many large ones are let in at a time
   */
  public LargeBodies(long smallBytes, long largeBytes, int atOnce) {
    this.smallBytes = smallBytes;
    this.largeBytes = largeBytes;
    this.places = new Semaphore(atOnce);
  }

  /** Length of a large body in bytes, at most. */
  public long maxBytes() {
    return largeBytes;
  }

  /** How much is read of a body that announces this length. */
  public StreamedJson.Bounds bounds(@Nullable Long announced) {
    return new StreamedJson.Bounds(isLarge(announced) ? largeBytes : smallBytes, smallBytes);
  }

  /**
   * Takes a body in, from its first byte until what it asks for is committed.
   *
   * @param announced length of the body; null if it announces none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if it is large and the places for such
   *     are taken
   */
  public <T> T takeIn(@Nullable Long announced, Supplier<T> work) {
    if (!isLarge(announced)) {
      return work.get();
    }
    if (!places.tryAcquire()) {
      throw Problems.overloaded(
          "Others of very many items are being read at this moment; send this one again.");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private boolean isLarge(@Nullable Long announced) {
    return announced != null && announced > smallBytes;
  }
}
