package org.writ.eventlog.wire;

import io.apicurio.registry.resolver.DefaultSchemaResolver;
import io.apicurio.registry.resolver.SchemaResolver;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.BaseSerde;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.strategy.TopicRecordIdStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.events.Topic;

/**
 * Turns events into Kafka records and back, with the schemas of the registry. Never registers a
 * schema: that is the deployment's part, and an unknown one is an error. Thread-safe.
 */
@ApplicationScoped
public class EventCodec {

  private static final int ANSWER_MILLIS = 10_000;
  private static final int MOST_QUESTIONS = 3;

  /** Magic byte and content id in front of the Avro bytes. */
  private static final int PREFIX = 1 + Integer.BYTES;

  private static final int USUAL_SIZE = 2048;

  private final TopicNames names;
  private final SchemaResolver<Schema, SpecificRecord> resolver = new DefaultSchemaResolver<>();
  private final AvroKafkaSerializer<SpecificRecord> serializer =
      new AvroKafkaSerializer<>(resolver);
  private final Map<WriterKey, Writer> writers = new ConcurrentHashMap<>();
  private final Map<Schema, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();
  private final Map<Schema, byte[]> fingerprints = new ConcurrentHashMap<>();

  /** What an id stands for never changes, and the resolver takes long to say that it knows it. */
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  /** With the registry of the settings. */
  @Inject
  public EventCodec(LogConfig config, TopicNames names) {
    this(config.registry(), names);
  }

  /** With this registry's API. */
  public EventCodec(URI registry, TopicNames names) {
    this.names = names;
    Map<String, Object> settings =
        Map.of(
            SchemaResolverConfig.REGISTRY_URL, registry.toString(),
            SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, false,
            SchemaResolverConfig.FIND_LATEST_ARTIFACT, false,
            // Each schema is registered whole, not split into references.
            SchemaResolverConfig.DEREFERENCE_SCHEMA, true,
            SchemaResolverConfig.FAULT_TOLERANT_REFRESH, true,
            SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY, TopicRecordIdStrategy.class.getName());
    serializer.configure(settings, false);
  }

  /** The value of an event: content id and Avro bytes. */
  public byte[] encode(Topic topic, SpecificRecord data) {
    var key = new WriterKey(topic, data.getClass());
    Writer writer = writers.get(key);
    if (writer == null) {
      // The registry's own serializer finds the id of exactly the schema that this program has.
      byte[] first = answered(() -> serializer.serialize(names.of(topic), data));
      writers.put(key, new Writer(contentId(ByteBuffer.wrap(first)), datumWriter(data)));
      return first;
    }
    return writer.write(data);
  }

  private static DatumWriter<SpecificRecord> datumWriter(SpecificRecord data) {
    return new SpecificDatumWriter<>(data.getSchema(), Models.of(data.getClass()));
  }

  private record WriterKey(Topic topic, Class<?> type) {}

  /** Writes what the serializer writes, without looking the schema up again each time. */
  private record Writer(int contentId, DatumWriter<SpecificRecord> datumWriter) {

    byte[] write(SpecificRecord data) {
      var bytes = new ByteArrayOutputStream(USUAL_SIZE);
      bytes.write(BaseSerde.MAGIC_BYTE);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(0, contentId).array());
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      try {
        datumWriter.write(data, encoder);
        encoder.flush();
      } catch (IOException impossible) {
        throw new IllegalStateException("Bytes in memory can always be written", impossible);
      }
      return bytes.toByteArray();
    }
  }

  /** A record ready to be sent; a null payload is a tombstone. */
  public ProducerRecord<String, byte[]> toRecord(
      Topic topic, Envelope envelope, byte @Nullable [] payload) {
    return new ProducerRecord<>(
        names.of(topic), null, null, envelope.subject(), payload, Headers.of(envelope));
  }

  /**
   * Reads an event.
   *
   * @throws UndecodableEvent if the headers or the bytes are not what this program understands
   */
  public Event decode(ConsumerRecord<String, byte[]> kafkaRecord) {
    Envelope envelope = Headers.parse(kafkaRecord.headers());
    if (kafkaRecord.value() == null) {
      throw new UndecodableEvent("Tombstone where an event was expected", null);
    }
    return decode(
        names.parse(kafkaRecord.topic()), envelope, kafkaRecord.headers(), kafkaRecord.value());
  }

  /** The envelope alone, for who needs no schema. */
  public static Envelope envelope(ConsumerRecord<String, byte[]> kafkaRecord) {
    return Headers.parse(kafkaRecord.headers());
  }

  /**
   * Reads an event's bytes that were encoded by {@link #encode}.
   *
   * @throws UndecodableEvent if they are not what this program understands
   */
  public Event decode(Topic topic, Envelope envelope, byte[] payload) {
    return decode(topic, envelope, Headers.of(envelope), payload);
  }

  private Event decode(
      Topic topic,
      Envelope envelope,
      org.apache.kafka.common.header.Headers headers,
      byte[] payload) {
    ByteBuffer avro = ByteBuffer.wrap(payload);
    Schema writer = writerSchema(contentId(avro));
    if (!writer.getFullName().equals(envelope.type())) {
      throw new UndecodableEvent(
          "Header says " + envelope.type() + ", bytes say " + writer.getFullName(), null);
    }
    DatumReader<SpecificRecord> reader =
        readers.computeIfAbsent(writer, schema -> reader(topic, schema));
    try {
      SpecificRecord data =
          reader.read(
              null,
              DecoderFactory.get().binaryDecoder(payload, avro.position(), avro.remaining(), null));
      return new Event(topic, envelope, data, EventDigest.of(headers, fingerprint(writer), avro));
    } catch (IOException | RuntimeException malformed) {
      throw new UndecodableEvent("Avro bytes do not fit their schema", malformed);
    }
  }

  private static DatumReader<SpecificRecord> reader(Topic topic, Schema writer) {
    Class<? extends SpecificRecord> type =
        topic.recordTypes().stream()
            .filter(candidate -> candidate.getName().equals(writer.getFullName()))
            .findFirst()
            .orElseThrow(
                () ->
                    new UndecodableEvent(
                        writer.getFullName() + " does not belong on " + topic.topicName(), null));
    return new SpecificDatumReader<>(writer, SpecificData.get().getSchema(type), Models.of(type));
  }

  /** Digest of the event: see {@link EventDigest}. */
  public EventDigest digest(ConsumerRecord<String, byte[]> kafkaRecord) {
    if (kafkaRecord.value() == null) {
      throw new UndecodableEvent("A tombstone has no digest", null);
    }
    ByteBuffer avro = ByteBuffer.wrap(kafkaRecord.value());
    Schema writer = writerSchema(contentId(avro));
    return EventDigest.of(kafkaRecord.headers(), fingerprint(writer), avro);
  }

  /** Digest that an event will have on its topic: see {@link EventDigest}. */
  public EventDigest digest(Envelope envelope, byte[] payload) {
    ByteBuffer avro = ByteBuffer.wrap(payload);
    Schema writer = writerSchema(contentId(avro));
    return EventDigest.of(Headers.of(envelope), fingerprint(writer), avro);
  }

  private byte[] fingerprint(Schema writer) {
    return fingerprints.computeIfAbsent(writer, EventDigest::fingerprint);
  }

  /** Reads the content id; the buffer is at the Avro bytes then. */
  private static int contentId(ByteBuffer value) {
    if (value.remaining() < PREFIX || value.get() != BaseSerde.MAGIC_BYTE) {
      throw new UndecodableEvent("Value does not begin with a schema's content id", null);
    }
    return value.getInt();
  }

  /**
   * Id of the schema that this program writes a record type with.
   *
   * @param recordName the record's full name, one of the topic's
   * @throws IllegalStateException if the deployment did not register it; names topic and record
   */
  public long contentId(Topic topic, String recordName) {
    Schema schema = topic.schemas().get(recordName);
    if (schema == null) {
      throw new IllegalArgumentException(recordName + " is no record of " + topic.topicName());
    }
    try {
      return answered(
              () ->
                  resolver.resolveSchemaByArtifactReference(
                      ArtifactReference.builder()
                          .groupId(schema.getNamespace())
                          .artifactId(names.of(topic) + "-" + schema.getName())
                          .build()))
          .getContentId();
    } catch (RuntimeException missing) {
      throw new IllegalStateException(
          "Schema %s of topic %s is not in the registry: the deployment has to register it"
              .formatted(recordName, names.of(topic)),
          missing);
    }
  }

  /**
   * Asks the registry, some times if need be: its client waits without end if it misses an answer,
   * which was seen to happen on a start.
   *
   * @throws IllegalStateException if there is no answer
   */
  private static <T> T answered(Supplier<T> question) {
    return answered(question, ANSWER_MILLIS);
  }

  /**
   * The same.
   *
   * @param millis how long each answer is waited for
   */
  static <T> T answered(Supplier<T> question, int millis) {
    TimeoutException unanswered = new TimeoutException();
    for (int asked = 1; asked <= MOST_QUESTIONS; asked++) {
      try {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread)
            .get(millis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException missed) {
        unanswered = missed;
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException("The registry's client failed", failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while asking the registry", interrupted);
      }
    }
    throw new IllegalStateException("The registry does not answer", unanswered);
  }

  private Schema writerSchema(int contentId) {
    return schemas.computeIfAbsent(contentId, this::resolve);
  }

  private Schema resolve(int contentId) {
    return answered(
            () ->
                resolver.resolveSchemaByArtifactReference(
                    ArtifactReference.fromContentId((long) contentId)))
        .getParsedSchema()
        .getParsedSchema();
  }
}
