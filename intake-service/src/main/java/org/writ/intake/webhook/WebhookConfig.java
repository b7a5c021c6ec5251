package org.writ.intake.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the webhooks, read from {@code writ.webhooks.*}. */
@ConfigMapping(prefix = "writ.webhooks")
interface WebhookConfig {

  /** File with the key that secrets are derived from: 32 bytes in base64. */
  Path key();

  /** Whether addresses without TLS are taken; for trying things out on one machine. */
  @WithDefault("false")
  boolean allowHttp();

  /** Whether addresses that are not on the Internet are called; for trying things out. */
  @WithDefault("false")
  boolean allowPrivate();

  /** How often the queue is looked at. */
  @WithDefault("500ms")
  Duration poll();

  /** How long a receiver has for its answer, altogether. */
  @WithDefault("10s")
  Duration timeout();

  /** How long messages that were delivered or parked can still be seen and replayed. */
  @WithDefault("30d")
  Duration keep();
}
