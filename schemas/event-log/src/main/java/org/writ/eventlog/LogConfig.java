package org.writ.eventlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the log, read from {@code writ.log.*}. */
@ConfigMapping(prefix = "writ.log")
public interface LogConfig {

  /** Name of the service, the owner of its topics: {@code intake}, {@code review} and so on. */
  String service();

  /** Kafka's bootstrap servers. */
  String kafka();

  /** The registry's API, such as {@code http://localhost:8085/apis/registry/v3}. */
  URI registry();

  /** Put before every topic name; empty outside tests. */
  Optional<String> topicPrefix();

  /**
   * File with the service's private HPKE keyset (Tink, JSON); absent in a service that may read no
   * case.
   */
  Optional<Path> keyset();

  /**
   * Folder with {@code <service>.json}, the public keysets that case keys are wrapped for; only
   * intake has it.
   */
  Optional<Path> publicKeysets();

  /** How the relay works. */
  Relay relay();

  /** Settings of the relay. */
  interface Relay {

    /** How long a relay may be silent before another instance takes over. */
    @WithDefault("10s")
    Duration lease();

    /** How often the outbox is looked at when nobody woke the relay. */
    @WithDefault("500ms")
    Duration poll();

    /** Events that are sent together, at most. */
    @WithDefault("500")
    int batch();
  }
}
