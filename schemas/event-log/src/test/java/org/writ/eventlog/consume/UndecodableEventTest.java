package org.writ.eventlog.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;

/** On topics of its own: what it writes there no other test could read. */
@QuarkusTest
@QuarkusTestResource(value = TestStack.class, restrictToAnnotatedClass = true)
class UndecodableEventTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject ConsumerWorker worker;
  @Inject Transactions transactions;
  @Inject TopicNames names;
  @Inject DataSource dataSource;

  @Test
  void bytesThatCannotBeDecodedStopTheirPartitionAndRaiseAnAlarm() {
    String topic = names.of(Topic.REVIEW_CASES);
    try (var producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.kafka()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 5, "x", new byte[] {1, 2, 3}));
      producer.flush();
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(worker.stopped()).hasSize(1));
    RestAssured.get("/q/health/ready").then().statusCode(503);

    worker.stop();
    skipPartition(5);
    worker.start();
    await()
        .atMost(SOON)
        .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
  }

  /** What an operator would do by hand after having looked at the bytes. */
  private void skipPartition(int partition) {
    var ends = new long[1];
    try (var reader = Consumers.reader(TestStack.kafka())) {
      var at = new org.apache.kafka.common.TopicPartition(names.of(Topic.REVIEW_CASES), partition);
      ends[0] = reader.endOffsets(List.of(at)).values().iterator().next();
    }
    transactions.run(
        () ->
            Jdbc.run(
                dataSource,
                connection ->
                    Offsets.put(connection, Topic.REVIEW_CASES.topicName(), partition, ends[0])));
  }
}
