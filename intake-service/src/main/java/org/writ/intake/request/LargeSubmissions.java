package org.writ.intake.request;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.LargerBody;
import org.writ.web.problem.Problems;
import org.writ.web.problem.StreamedJson;

/**
 * Lets a few submissions of very many items in at a time: what they need together is bounded, and
 * smaller ones need not wait for them. A body that does not announce its length counts as small.
 */
@ApplicationScoped
class LargeSubmissions implements LargerBody {

  private final long smallBytes;
  private final long largeBytes;
  private final Semaphore places;

  LargeSubmissions(
      @ConfigProperty(name = "writ.body.max-size") MemorySize small,
      @ConfigProperty(name = "writ.requests.large.max-size") MemorySize large,
      @ConfigProperty(name = "writ.requests.large.at-once") int atOnce) {
    this.smallBytes = small.asLongValue();
    this.largeBytes = large.asLongValue();
    this.places = new Semaphore(atOnce);
  }

  @Override
  public boolean covers(String method, String path) {
    return method.equals("POST") && path.equals("/v1/requests");
  }

  @Override
  public long maxBytes() {
    return largeBytes;
  }

  /** How much is read of a body that announces this length. */
  StreamedJson.Bounds bounds(@Nullable Long announced) {
    return new StreamedJson.Bounds(isLarge(announced) ? largeBytes : smallBytes, smallBytes);
  }

  /**
   * Takes a submission in, from the first byte until it is committed.
   *
   * @param announced length of the body; null if it announces none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if it is large and the places for such
   *     are taken
   */
  <T> T takeIn(@Nullable Long announced, Supplier<T> work) {
    if (!isLarge(announced)) {
      return work.get();
    }
    if (!places.tryAcquire()) {
      throw Problems.overloaded(
          "Other submissions of very many items are being read; submit this one again.");
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
