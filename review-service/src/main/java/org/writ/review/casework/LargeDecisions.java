package org.writ.review.casework;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.LargeBodies;
import org.writ.web.problem.LargerBody;
import org.writ.web.problem.StreamedJson;

/** Decisions about very many items. */
@ApplicationScoped
public class LargeDecisions implements LargerBody {

  private static final Pattern PATH = Pattern.compile("/v1/cases/[^/]+/decision");

  private final LargeBodies bodies;

  LargeDecisions(
      @ConfigProperty(name = "writ.body.max-size") MemorySize small,
      @ConfigProperty(name = "writ.decisions.large.max-size") MemorySize large,
      @ConfigProperty(name = "writ.decisions.large.at-once") int atOnce) {
    this.bodies = new LargeBodies(small.asLongValue(), large.asLongValue(), atOnce);
  }

  @Override
  public boolean covers(String method, String path) {
    return method.equals("POST") && PATH.matcher(path).matches();
  }

  @Override
  public long maxBytes() {
    return bodies.maxBytes();
  }

  /** How much is read of a body that announces this length. */
  public StreamedJson.Bounds bounds(@Nullable Long announced) {
    return bodies.bounds(announced);
  }

  /** Takes one in; see {@link LargeBodies#takeIn}. */
  public <T> T takeIn(@Nullable Long announced, Supplier<T> work) {
    return bodies.takeIn(announced, work);
  }
}
