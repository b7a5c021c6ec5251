package org.writ.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Apicurio Registry, which keeps its content in Kafka, so that the log and what reads it live and
 * die together.
 */
final class Registry implements Server {

  private final Settings settings;
  private final Path folder;

  Registry(Settings settings) {
    this.settings = settings;
    this.folder = settings.data().resolve("registry");
  }

  @Override
  public Part part() {
    return Part.REGISTRY;
  }

  @Override
  public Set<Port> ports() {
    return Set.of(Port.REGISTRY, Port.REGISTRY_MANAGEMENT);
  }

  @Override
  public void prepare() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StackException("the registry cannot be laid out under " + folder + ": " + e, e);
    }
  }

  @Override
  public Launch launch() {
    return new Launch(
        List.of(
            Launch.java(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + settings.port(Port.REGISTRY),
            "-Dquarkus.management.host=127.0.0.1",
            "-Dquarkus.management.port=" + settings.port(Port.REGISTRY_MANAGEMENT),
            "-Dapicurio.storage.kind=kafkasql",
            "-Dapicurio.kafkasql.bootstrap.servers=" + settings.kafka(),
            // How long it waits at its start for a snapshot that is seldom there.
            "-Dapicurio.kafkasql.consumer.poll.timeout=1000",
            "-jar",
            settings.unpacked().resolve("registry/quarkus-run.jar").toString()),
        Map.of(),
        folder);
  }

  @Override
  public boolean ready() {
    return Http.answers(settings.url(Port.REGISTRY_MANAGEMENT) + "/health/ready")
        && Http.answers(settings.registry() + "/system/info");
  }

  @Override
  public void complete() {
    new Contracts(settings).registerSchemas();
  }
}
