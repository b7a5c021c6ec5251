package org.writ.intake.access;

import io.smallrye.config.ConfigMapping;

/** How often each agency may call this instance. */
@ConfigMapping(prefix = "writ.rate-limit")
interface RateLimit {

  /** Calls in a minute, in the long run; at least 1. */
  long perMinute();

  /** Calls at once, after a pause; at least 1. */
  long burst();
}
