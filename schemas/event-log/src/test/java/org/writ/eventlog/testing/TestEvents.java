package org.writ.eventlog.testing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.consume.Consumers;
import org.writ.eventlog.wire.EventCodec;
import org.writ.eventlog.wire.Models;
import org.writ.events.Topic;
import org.writ.events.intake.CaseKeyIssued;
import org.writ.events.intake.WrappedKey;

/**
 * The other services, as far as a test needs them: writes events to any topic of the test's {@link
 * TestStack} as their owners would, with keys and sealed parts, and reads what is on a topic.
 */
public final class TestEvents implements AutoCloseable {

  private final TopicNames names;
  private final EventCodec codec;
  private final Path keysets;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, byte[]> keys = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();

  /** Works on the topics of the running test. */
  public TestEvents() {
    var config = ConfigProvider.getConfig();
    names = new TopicNames(config.getValue("writ.test.prefix", String.class));
    keysets = Path.of(config.getValue("writ.test.keysets", String.class));
    codec = new EventCodec(TestStack.registry(), names);
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.kafka()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Makes a case's key and puts it on intake.keys, as intake does before it submits. */
  public void issueKey(String subject) {
    byte[] key = Random.randBytes(32);
    keys.put(subject, key);
    try {
      HybridConfig.register();
      var wrapped = new ArrayList<WrappedKey>();
      for (String service : List.of("intake", "review", "disclosure")) {
        String json = Files.readString(keysets.resolve("public").resolve(service + ".json"));
        byte[] ciphertext =
            TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt(key, (subject + "\n" + service).getBytes(StandardCharsets.UTF_8));
        wrapped.add(new WrappedKey(service, ByteBuffer.wrap(ciphertext)));
      }
      publish(Topic.INTAKE_KEYS, subject, new CaseKeyIssued(wrapped));
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Erases a case's key by a tombstone. */
  public void eraseKey(String subject) {
    send(
        codec.toRecord(
            Topic.INTAKE_KEYS,
            envelope(Topic.INTAKE_KEYS, subject, "erased", next(Topic.INTAKE_KEYS, subject)),
            null));
  }

  /** Publishes the next event of a subject. */
  public Event publish(Topic topic, String subject, SpecificRecord data) {
    return publish(topic, subject, data, null);
  }

  /** Publishes the next event of a subject with a sealed part; {@link #issueKey} comes first. */
  public Event publish(
      Topic topic, String subject, SpecificRecord data, @Nullable SpecificRecord personal) {
    return publishAs(next(topic, subject), topic, subject, data, personal);
  }

  /** Publishes an event with a sequence of the caller's choice: repeated, or after a gap. */
  public Event publishAs(
      long sequence,
      Topic topic,
      String subject,
      SpecificRecord data,
      @Nullable SpecificRecord personal) {
    Envelope envelope = envelope(topic, subject, data.getSchema().getFullName(), sequence);
    SpecificRecord sealed = personal == null ? data : seal(data, personal, envelope);
    byte[] payload = codec.encode(topic, sealed);
    send(codec.toRecord(topic, envelope, payload));
    return new Event(topic, envelope, sealed, codec.digest(envelope, payload));
  }

  /**
   * Sends an event of before once more, byte for byte, as a relay does that crashed before it could
   * delete it.
   */
  public void repeat(Event event) {
    send(
        codec.toRecord(event.topic(), event.envelope(), codec.encode(event.topic(), event.data())));
  }

  private long next(Topic topic, String subject) {
    return topic.owner().equals("platform") ? 0 : sequences.merge(topic + subject, 1L, Long::sum);
  }

  private static Envelope envelope(Topic topic, String subject, String type, long sequence) {
    return new Envelope(
        UUID.randomUUID(),
        "/writ/" + topic.owner(),
        type,
        subject,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        sequence,
        null,
        Actor.service(topic.owner()));
  }

  private SpecificRecord seal(SpecificRecord data, SpecificRecord personal, Envelope envelope) {
    byte[] key = keys.get(envelope.subject());
    if (key == null) {
      throw new IllegalStateException("Issue the key of " + envelope.subject() + " first");
    }
    try {
      var encoder =
          new BinaryMessageEncoder<SpecificRecord>(
              Models.of(personal.getClass()), personal.getSchema());
      byte[] ciphertext =
          new AesGcmJce(key)
              .encrypt(
                  encoder.encode(personal).array().clone(),
                  (envelope.id() + "\n" + envelope.type() + "\n" + envelope.subject())
                      .getBytes(StandardCharsets.UTF_8));
      SpecificRecord copy = Models.copy(data);
      copy.put(data.getSchema().getField(Event.SEALED).pos(), ByteBuffer.wrap(ciphertext));
      return copy;
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void send(org.apache.kafka.clients.producer.ProducerRecord<String, byte[]> kafkaRecord) {
    try {
      producer.send(kafkaRecord).get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** All events that are on a topic now, partition by partition; tombstones are left out. */
  public List<Event> on(Topic topic) {
    var events = new ArrayList<Event>();
    try (var reader = Consumers.reader(TestStack.kafka())) {
      var partitions = Consumers.partitions(names, topic);
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      var ends = reader.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
        for (var kafkaRecord : reader.poll(Duration.ofMillis(200))) {
          if (kafkaRecord.value() != null) {
            events.add(codec.decode(kafkaRecord));
          }
        }
      }
    }
    return events;
  }

  /** The events of one subject, in order. */
  public List<Event> on(Topic topic, String subject) {
    return on(topic).stream().filter(event -> event.envelope().subject().equals(subject)).toList();
  }

  @Override
  public void close() {
    producer.close();
  }
}
