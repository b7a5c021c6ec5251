package org.writ.disclosure.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of deliveries, read from {@code writ.delivery.*}. */
@ConfigMapping(prefix = "writ.delivery")
public interface DeliveryConfig {

  /** How long a package waits for its agency. */
  @WithDefault("30d")
  Duration expiry();

  /** How long a package is kept after it was acknowledged, should it have to be fetched again. */
  @WithDefault("7d")
  Duration retention();

  /** How often it is looked for packages that are due to be deleted; {@code off}: never. */
  @WithDefault("1m")
  String check();
}
