package org.writ.disclosure.preservation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of preservations, read from {@code writ.preservation.*}. */
@ConfigMapping(prefix = "writ.preservation")
public interface PreservationConfig {

  /**
   * How long after its end a copy is deleted: an extension that the agency was granted in the last
   * moment has to arrive here first.
   */
  @WithDefault("1h")
  Duration grace();

  /**
   * How often it is looked for copies that are to be made, or are due to be deleted; {@code off}:
   * never.
   */
  @WithDefault("5s")
  String check();
}
