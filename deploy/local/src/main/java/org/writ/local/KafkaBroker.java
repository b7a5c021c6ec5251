package org.writ.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * Kafka as one node that is broker and controller.
 *
 * <p>Topics are never made by being used, and nothing is deleted for its age unless a topic says
 * so.
 */
final class KafkaBroker implements Server {

  /**
   * System property of whoever starts the stack: whether the broker runs with the compiler that
   * optimises, as in production. It takes minutes to pay off.
   */
  private static final String OPTIMISED = "writ.local.kafka.optimised";

  private final Settings settings;
  private final Path folder;

  KafkaBroker(Settings settings) {
    this.settings = settings;
    this.folder = settings.data().resolve("kafka");
  }

  @Override
  public Part part() {
    return Part.KAFKA;
  }

  @Override
  public Set<Port> ports() {
    return Set.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
  }

  @Override
  public void prepare() {
    try {
      Files.createDirectories(folder);
      Files.writeString(configuration(), properties());
      Files.writeString(logging(), LOGGING);
      Path complete = folder.resolve("formatted");
      if (!Files.exists(complete)) {
        Commands.run("kafka-format", settings.log("kafka-format"), format());
        Files.createFile(complete);
      }
    } catch (IOException e) {
      throw new StackException("Kafka cannot be laid out under " + folder + ": " + e, e);
    }
  }

  @Override
  public Launch launch() {
    return new Launch(
        List.of(
            Launch.java(),
            "-Xmx512m",
            "-Xms256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=" + (Boolean.getBoolean(OPTIMISED) ? 4 : 1),
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.config.file=" + logging(),
            "-cp",
            classPath(),
            "kafka.Kafka",
            configuration().toString()),
        Map.of(),
        folder);
  }

  @Override
  public boolean ready() {
    try (Admin admin = admin(settings)) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void complete() {
    new Contracts(settings).createTopics();
  }

  /** A client for the broker's administration; the caller closes it. */
  static Admin admin(Settings settings) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            settings.kafka(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            "15000"));
  }

  private List<String> format() {
    return List.of(
        Launch.java(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath(),
        "kafka.tools.StorageTool",
        "format",
        "--ignore-formatted",
        "--cluster-id",
        Uuid.randomUuid().toString(),
        "--config",
        configuration().toString());
  }

  private String classPath() {
    return Unpacked.folder(settings.home().resolve("deploy/local/kafka/target"), "kafka-") + "/*";
  }

  private Path configuration() {
    return folder.resolve("server.properties");
  }

  private Path logging() {
    return folder.resolve("logging.properties");
  }

  private String properties() {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://localhost:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        auto.create.topics.enable=false
        log.retention.ms=-1
        num.partitions=1
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=3
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=3
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=3
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=16777216
        """
        .formatted(
            settings.port(Port.KAFKA), settings.port(Port.KAFKA_CONTROLLER), folder.resolve("log"));
  }

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n
      .level=INFO
      """;
}
