package org.writ.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the log can do: one message at a time, produced with {@code acks=all} and consumed by a
 * consumer that waits for it. From {@code send} to the end of {@code poll}.
 */
final class KafkaRoundTrip implements AutoCloseable {

  private static final String TOPIC = "benchmark";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PATIENCE_SECONDS = 10;

  private final byte[] body;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
  private final Thread waiting;
  private volatile boolean closed;

  KafkaRoundTrip(String kafka, byte[] body) throws ExecutionException, InterruptedException {
    this.body = body.clone();
    this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
    if (!admin.listTopics().names().get().contains(TOPIC)) {
      admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(PARTITION));
    consumer.seekToEnd(List.of(PARTITION));
    consumer.position(PARTITION);
    this.waiting = Thread.ofPlatform().daemon().name("consumer").start(this::consume);
  }

  private void consume() {
    try {
      while (!closed) {
        for (int count = consumer.poll(POLL).count(); count > 0; count--) {
          arrivals.add(System.nanoTime());
        }
      }
    } catch (WakeupException end) {
      // Woken by close, at once or with its next poll.
    } finally {
      consumer.close();
    }
  }

  Round round(int messages) throws InterruptedException, ExecutionException {
    Histogram durations = Round.histogram();
    for (int count = 0; count < messages; count++) {
      long begun = System.nanoTime();
      var sent = producer.send(new ProducerRecord<>(TOPIC, body));
      Long arrived = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (arrived == null) {
        throw new IllegalStateException("A message did not arrive");
      }
      sent.get();
      durations.recordValue(Math.max(arrived, begun) - begun);
    }
    return Round.of(durations);
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      waiting.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    producer.close();
    admin.close();
  }
}
