package org.writ.intake.request;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.LargeBodies;
import org.writ.web.problem.LargerBody;
import org.writ.web.problem.StreamedJson;

/** Submissions of very many items. */
@ApplicationScoped
class LargeSubmissions implements LargerBody {

  private final LargeBodies bodies;

  LargeSubmissions(
      @ConfigProperty(name = "writ.body.max-size") MemorySize small,
      @ConfigProperty(name = "writ.requests.large.max-size") MemorySize large,
      @ConfigProperty(name = "writ.requests.large.at-once") int atOnce) {
    this.bodies = new LargeBodies(small.asLongValue(), large.asLongValue(), atOnce);
  }

  @Override
  public boolean covers(String method, String path) {
    return method.equals("POST") && path.equals("/v1/requests");
  }

  @Override
  public long maxBytes() {
    return bodies.maxBytes();
  }

  /** How much is read of a body that announces this length. */
  StreamedJson.Bounds bounds(@Nullable Long announced) {
    return bodies.bounds(announced);
  }

  /** Takes one in; see {@link LargeBodies#takeIn}. */
  <T> T takeIn(@Nullable Long announced, Supplier<T> work) {
    return bodies.takeIn(announced, work);
  }
}
