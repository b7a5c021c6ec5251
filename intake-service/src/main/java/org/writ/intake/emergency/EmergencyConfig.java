package org.writ.intake.emergency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of emergencies, read from {@code writ.emergency.*}. */
@ConfigMapping(prefix = "writ.emergency")
public interface EmergencyConfig {

  /**
   * How long after an emergency the order that confirms it must have come, in whole hours, where
   * {@link #orders} does not say: the platform's own rule.
   */
  @WithDefault("48h")
  Duration orderWithin();

  /** The same by regime, such as {@code EU_E_EVIDENCE}, where a law says it. */
  Map<String, Order> orders();

  /** How often it is looked for orders that are overdue; {@code off}: never. */
  @WithDefault("1m")
  String check();

  /** When the order must have come under one law. */
  interface Order {

    /** How long after the emergency. */
    Duration within();

    /** Where that comes from. */
    String rule();
  }
}
