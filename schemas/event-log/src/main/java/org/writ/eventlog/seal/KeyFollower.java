package org.writ.eventlog.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.Worker;
import org.writ.eventlog.consume.Consumers;
import org.writ.eventlog.consume.Offsets;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;
import org.writ.events.intake.CaseKeyIssued;

/**
 * Follows intake.keys and keeps what was wrapped for this service; a tombstone empties it. Every
 * instance reads all partitions: writing a key twice does no harm.
 */
@ApplicationScoped
public class KeyFollower {

  private static final Logger LOG = Logger.getLogger(KeyFollower.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration SHORT_POLL = Duration.ofMillis(20);
  private static final long READ_TO_END_SECONDS = 20;
  private static final long EXPECTED_MILLIS = 20;

  private static final byte[] ERASED = CaseKeyRows.ERASED;

  private record Request(CompletableFuture<Void> done, Map<TopicPartition, Long> ends) {}

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final ConcurrentLinkedQueue<CompletableFuture<Void>> requests =
      new ConcurrentLinkedQueue<>();
  private final List<Request> waiting = new ArrayList<>();
  private final Map<String, byte[]> arriving = new ConcurrentHashMap<>();
  private Set<String> arrivedLast = Set.of();
  private final Map<String, CompletableFuture<Void>> expecting = new ConcurrentHashMap<>();
  private final Worker worker = new Worker("keys", this::turn, this::close);
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  /**
   * Asks where the topic ends, on a connection of its own: on that of the other one the broker
   * would answer only once the fetch that waits there is over, which takes up to half a second.
   */
  private @Nullable KafkaConsumer<String, byte[]> ends;

  /** With the parts that it puts together. */
  @Inject
  public KeyFollower(
      LogConfig config,
      TopicNames names,
      EventCodec codec,
      DataSource dataSource,
      Transactions transactions) {
    this.config = config;
    this.names = names;
    this.codec = codec;
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /** Starts to follow. */
  public void start() {
    worker.start();
  }

  /** Stops following. */
  public void stop() {
    worker.stop();
  }

  /** Whether it follows. */
  public boolean isAlive() {
    return worker.isAlive();
  }

  /**
   * Waits until every key that was on the topic when this was called is in the database.
   *
   * @throws IllegalStateException if that takes more than 20 s
   */
  void readToEnd() {
    if (!worker.isAlive()) {
      return;
    }
    var done = new CompletableFuture<Void>();
    boolean alone = requests.isEmpty();
    requests.add(done);
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null && alone) {
      current.wakeup();
    }
    try {
      done.get(READ_TO_END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException late) {
      throw new IllegalStateException("Could not read the topic of case keys to its end", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading case keys", interrupted);
    }
  }

  private void turn() {
    KafkaConsumer<String, byte[]> current = consumer;
    if (current == null) {
      current = open();
      consumer = current;
    }
    try {
      accept(current);
      answer(current);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      current.poll(waiting.isEmpty() ? POLL : SHORT_POLL).forEach(records::add);
      if (!records.isEmpty()) {
        keep(records);
      }
      answer(current);
    } catch (WakeupException wokenForARequest) {
      LOG.trace("Woken for a request");
    }
  }

  private void keep(List<ConsumerRecord<String, byte[]>> records) {
    Map<String, byte[]> wrapped = wrapped(records);
    arriving.putAll(wrapped);
    wrapped.keySet().forEach(this::arrived);
    transactions.run(() -> Jdbc.run(dataSource, connection -> store(connection, wrapped, records)));
    // These stay until the next ones are stored: a transaction that began before has a snapshot
    // without them.
    arrivedLast.stream().filter(subject -> !wrapped.containsKey(subject)).forEach(arriving::remove);
    arrivedLast = Set.copyOf(wrapped.keySet());
  }

  private void arrived(String subject) {
    CompletableFuture<Void> expected = expecting.get(subject);
    if (expected != null) {
      expected.complete(null);
    }
  }

  /**
   * What was wrapped for this service and is being stored at this moment, or was stored last: it
   * counts before everybody sees it in the database.
   *
   * @return empty if nothing is; empty bytes if the key was erased
   */
  Optional<byte[]> arriving(String subject) {
    return Optional.ofNullable(arriving.get(subject));
  }

  /**
   * The key of a case that began a moment ago is on its way: what tells of the case and its key
   * were sent together, and are read by two. Waits a moment for it.
   */
  void expect(String subject) {
    if (!worker.isAlive()) {
      return;
    }
    var expected = expecting.computeIfAbsent(subject, _ -> new CompletableFuture<>());
    try {
      if (!arriving.containsKey(subject)) {
        expected.get(EXPECTED_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException notOnItsWay) {
      LOG.debugf("Key is not on its way, subject=%s", subject);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a case key", interrupted);
    } finally {
      expecting.remove(subject, expected);
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    KafkaConsumer<String, byte[]> opened =
        config.service().equals(Topic.INTAKE_KEYS.owner())
            // It has the keys already that it made; those of a database that was lost may take a
            // moment.
            ? Consumers.unhurriedReader(config.kafka())
            : Consumers.reader(config.kafka());
    List<TopicPartition> partitions = Consumers.partitions(names, Topic.INTAKE_KEYS);
    opened.assign(partitions);
    Map<TopicPartition, Long> stored =
        transactions.call(
            () ->
                Jdbc.call(dataSource, connection -> Offsets.stored(connection, names, partitions)));
    stored.forEach(opened::seek);
    return opened;
  }

  /** Takes the requests that wait; the topic's end is asked for first, because that may fail. */
  private void accept(KafkaConsumer<String, byte[]> current) {
    if (requests.isEmpty()) {
      return;
    }
    var taken = new ArrayList<>(requests);
    var reached = ends().endOffsets(current.assignment());
    requests.removeAll(taken);
    taken.forEach(request -> waiting.add(new Request(request, reached)));
  }

  private KafkaConsumer<String, byte[]> ends() {
    KafkaConsumer<String, byte[]> known = ends;
    if (known == null) {
      known = Consumers.reader(config.kafka());
      ends = known;
    }
    return known;
  }

  private void answer(KafkaConsumer<String, byte[]> current) {
    waiting.removeIf(
        request -> {
          boolean reached =
              request.ends().entrySet().stream()
                  .allMatch(end -> current.position(end.getKey()) >= end.getValue());
          if (reached) {
            request.done().complete(null);
          }
          return reached;
        });
  }

  /** What is to be stored, by subject; what was not wrapped for this service is left out. */
  private Map<String, byte[]> wrapped(List<ConsumerRecord<String, byte[]>> records) {
    var wrapped = new LinkedHashMap<String, byte[]>();
    for (var key : records) {
      // What is erased stays erased, also if a relay that was paused sends the key once more.
      wrappedFor(config.service(), key)
          .ifPresent(
              bytes -> wrapped.merge(key.key(), bytes, (was, is) -> was.length == 0 ? was : is));
    }
    return wrapped;
  }

  private Optional<byte[]> wrappedFor(String service, ConsumerRecord<String, byte[]> key) {
    if (key.value() == null) {
      return Optional.of(ERASED);
    }
    if (codec.decode(key).data() instanceof CaseKeyIssued issued) {
      return issued.getWrapped().stream()
          .filter(wrapped -> wrapped.getService().equals(service))
          .map(
              wrapped -> {
                byte[] bytes = new byte[wrapped.getCiphertext().remaining()];
                wrapped.getCiphertext().duplicate().get(bytes);
                return bytes;
              })
          .findFirst();
    }
    return Optional.empty();
  }

  /** Stores keys and how far the topic is read now; another instance may be ahead. */
  private void store(
      Connection connection,
      Map<String, byte[]> wrapped,
      List<ConsumerRecord<String, byte[]>> records)
      throws SQLException {
    var stored = Offsets.locked(connection, Topic.INTAKE_KEYS.topicName());
    if (!wrapped.isEmpty()) {
      CaseKeyRows.keep(connection, wrapped);
    }
    var next = new HashMap<Integer, Long>();
    records.forEach(key -> next.merge(key.partition(), key.offset() + 1, Math::max));
    for (var entry : next.entrySet()) {
      if (entry.getValue() > stored.getOrDefault(entry.getKey(), 0L)) {
        Offsets.put(connection, Topic.INTAKE_KEYS.topicName(), entry.getKey(), entry.getValue());
      }
    }
  }

  private void close() {
    KafkaConsumer<String, byte[]> current = consumer;
    consumer = null;
    if (current != null) {
      current.close();
    }
    KafkaConsumer<String, byte[]> asking = ends;
    ends = null;
    if (asking != null) {
      asking.close();
    }
    arriving.clear();
    arrivedLast = Set.of();
    requests.addAll(waiting.stream().map(Request::done).toList());
    waiting.clear();
  }
}
