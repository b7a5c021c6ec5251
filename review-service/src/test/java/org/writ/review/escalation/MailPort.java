package org.writ.review.escalation;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Tells the service at which port its mail server will listen, as long as a test lets it. */
public final class MailPort implements QuarkusTestResourceLifecycleManager {

  /** The setting. */
  static final String SETTING = "writ.test.smtp";

  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0)) {
      return Map.of(SETTING, Integer.toString(free.getLocalPort()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    // Nothing is open.
  }
}
