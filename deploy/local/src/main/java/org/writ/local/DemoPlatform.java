package org.writ.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;

/**
 * The platform that Writ serves here: it tells what happens on {@value DemoAccount#COUNT} invented
 * accounts.
 *
 * <p>The twelve months end on the day of the first feed, which is kept under the data folder:
 * counted back from a fixed day, the demo would one day have nothing left of the twelve months that
 * the directory keeps; counted back from every start, the same account would get other events each
 * time. Being fed twice changes nothing, as every event keeps its id and sequence.
 */
final class DemoPlatform {

  private static final Topic TOPIC = Topic.PLATFORM_ACCOUNT_ACTIVITY;
  private static final Duration CONSUMED_LIMIT = Duration.ofSeconds(120);

  private final Settings settings;
  private final Path folder;

  DemoPlatform(Settings settings) {
    this.settings = settings;
    this.folder = settings.data().resolve("platform");
  }

  /**
   * Sends all activity, once per data folder, and waits until the account directory has it.
   *
   * @throws StackException if it is not taken in within two minutes
   */
  void feed() {
    try {
      Files.createDirectories(folder);
      Path fed = folder.resolve("fed");
      if (!Files.exists(fed)) {
        send(end());
        Files.createFile(fed);
      }
      awaitConsumed();
    } catch (IOException e) {
      throw new StackException(
          "the demo platform cannot keep its state in " + folder + ": " + e, e);
    } catch (ExecutionException e) {
      throw new StackException("Kafka refuses the demo platform's activity: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while the demo platform was fed", e);
    }
  }

  private Instant end() throws IOException {
    Path file = folder.resolve("end");
    if (!Files.exists(file)) {
      Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.DAYS).toString());
    }
    return Instant.parse(Files.readString(file));
  }

  private void send(Instant end) throws ExecutionException, InterruptedException {
    EventCodec codec = new EventCodec(URI.create(settings.registry()), new TopicNames(""));
    Map<String, Object> configuration =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            settings.kafka(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            20);
    try (var producer =
        new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (int number = 1; number <= DemoAccount.COUNT; number++) {
        for (DemoAccount.Activity activity : new DemoAccount(number).activities(end)) {
          byte[] payload = codec.encode(TOPIC, activity.data());
          sent.add(producer.send(codec.toRecord(TOPIC, activity.envelope(), payload)));
        }
      }
      for (Future<?> acknowledgement : sent) {
        acknowledgement.get();
      }
    }
  }

  private void awaitConsumed() throws ExecutionException, InterruptedException {
    Map<Integer, Long> ends = ends();
    long deadline = System.nanoTime() + CONSUMED_LIMIT.toNanos();
    while (!consumed(ends)) {
      if (System.nanoTime() > deadline) {
        throw new StackException(
            "the disclosure-service has not taken in the demo accounts after "
                + CONSUMED_LIMIT.toSeconds()
                + " s; its log is "
                + settings.log(Part.DISCLOSURE.label()));
      }
      Waiting.pause();
    }
  }

  private Map<Integer, Long> ends() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted =
        IntStream.range(0, TOPIC.partitions())
            .mapToObj(partition -> new TopicPartition(TOPIC.topicName(), partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    Map<Integer, Long> ends = new HashMap<>();
    try (Admin admin = KafkaBroker.admin(settings)) {
      admin
          .listOffsets(wanted)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
    }
    return ends;
  }

  private boolean consumed(Map<Integer, Long> ends) {
    String owner = Part.DISCLOSURE.label();
    try (Connection connection =
            DriverManager.getConnection(
                settings.database(owner), owner, MariaDb.password(Part.DISCLOSURE));
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT partition_id, next_offset FROM consumer_offset WHERE topic = ?")) {
      select.setString(1, TOPIC.topicName());
      Map<Integer, Long> next = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          next.put(rows.getInt(1), rows.getLong(2));
        }
      }
      return ends.entrySet().stream()
          .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    } catch (SQLException e) {
      throw new StackException("the disclosure-service's offsets cannot be read: " + e, e);
    }
  }
}
