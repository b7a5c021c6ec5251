package org.writ.intake.emergency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of emergencies, read from {@code writ.emergency.*}. */
@ConfigMapping(prefix = "writ.emergency")
public interface EmergencyConfig {

  /**
   * How long after an emergency the order that confirms it must have come. Regulation (EU)
   * 2023/1543, Article 4(5): ex-post validation is sought within 48 hours.
   */
  @WithDefault("48h")
  Duration orderWithin();

  /** How often it is looked for orders that are overdue; {@code off}: never. */
  @WithDefault("1m")
  String check();
}
