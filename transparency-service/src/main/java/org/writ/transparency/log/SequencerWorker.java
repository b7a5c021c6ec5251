package org.writ.transparency.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Leases;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.Worker;
import org.writ.eventlog.consume.Consumers;
import org.writ.eventlog.publish.Producers;
import org.writ.eventlog.wire.EventCodec;
import org.writ.transparency.ledger.Checkpoints;
import org.writ.transparency.ledger.Integrating;
import org.writ.transparency.ledger.Ledger;
import org.writ.transparency.ledger.LedgerBroken;

/**
 * Keeps a {@link Sequencer} going while this instance holds the lease, and waits for the lease
 * while another one does. When the ledger contradicts itself it stops for good and says why.
 */
@ApplicationScoped
class SequencerWorker {

  private static final Logger LOG = Logger.getLogger(SequencerWorker.class);
  private static final String NAME = "sequencer";

  /** The lease was taken by another instance. */
  private static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
      super("The sequencer's lease was taken by another instance");
    }
  }

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final Ids ids;
  private final Clock clock;
  private final Leases leases;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final Integrating fold;
  private final Ledger ledger;
  private final Checkpoints checkpoints;
  private final KafkaEvents events;
  private final String holder;
  private final Worker worker = new Worker(NAME, this::turn, this::stepDown);

  private final AtomicReference<Sequencer> sequencer = new AtomicReference<>();
  private final AtomicLong renewAt = new AtomicLong();
  private final AtomicReference<LedgerBroken> broken = new AtomicReference<>();

  SequencerWorker(
      LogConfig config,
      TopicNames names,
      EventCodec codec,
      Ids ids,
      Clock clock,
      Leases leases,
      DataSource dataSource,
      Transactions transactions,
      Integrating fold,
      Ledger ledger,
      Checkpoints checkpoints,
      KafkaEvents events) {
    this.config = config;
    this.names = names;
    this.codec = codec;
    this.ids = ids;
    this.clock = clock;
    this.leases = leases;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.fold = fold;
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.events = events;
    this.holder = ids.next().toString();
  }

  void start() {
    worker.start();
  }

  /** Stops after the batch at hand and gives the lease back. */
  void stop() {
    worker.stop();
  }

  /** Whether it runs, as the sequencer or waiting for its turn. */
  boolean isAlive() {
    return worker.isAlive();
  }

  /** What the ledger contradicts itself in; null if nothing. */
  @Nullable LedgerBroken broken() {
    return broken.get();
  }

  /** What kept the last turn from succeeding; null if nothing did. */
  @Nullable Throwable lastFailure() {
    return worker.lastFailure();
  }

  private void turn() throws InterruptedException {
    if (broken.get() != null) {
      TimeUnit.NANOSECONDS.sleep(config.relay().lease().toNanos());
      return;
    }
    try {
      Sequencer current = held();
      if (current == null) {
        TimeUnit.NANOSECONDS.sleep(config.relay().lease().dividedBy(3).toNanos());
        return;
      }
      var records = current.poll();
      if (!records.isEmpty()) {
        current.sequence(records);
        current.integrate(this::keepLease);
      }
    } catch (LedgerBroken contradiction) {
      LOG.errorf(
          "The ledger stands still until somebody looks, error=%s", contradiction.getMessage());
      broken.set(contradiction);
      stepDown();
    }
  }

  /** The sequencer of this turn, or null while another instance has the lease. */
  private @Nullable Sequencer held() {
    if (!renewed()) {
      close();
      return null;
    }
    Sequencer current = sequencer.get();
    if (current == null) {
      current = open();
      sequencer.set(current);
      current.start(committed(), this::keepLease);
      LOG.infof("Sequencer took the lease, holder=%s", holder);
    }
    return current;
  }

  private boolean renewed() {
    if (sequencer.get() != null && System.nanoTime() - renewAt.get() < 0) {
      return true;
    }
    OptionalLong epoch = leases.acquire(NAME, holder, config.relay().lease());
    renewAt.set(System.nanoTime() + config.relay().lease().dividedBy(3).toNanos());
    return epoch.isPresent();
  }

  private void keepLease() {
    if (!renewed()) {
      throw new LeaseLost();
    }
  }

  /** A sequencer with a new producer, which fences every earlier one. */
  Sequencer open() {
    return new Sequencer(
        Producers.transactional(config.kafka(), scopedName()),
        Consumers.reader(config.kafka()),
        new Integration(
            fold,
            ledger,
            checkpoints,
            dataSource,
            transactions,
            codec,
            names,
            Consumers.reader(config.kafka())),
        scopedName(),
        ledger,
        transactions,
        codec,
        names,
        ids,
        clock);
  }

  private String scopedName() {
    return names.scoped(config.service() + "-" + NAME);
  }

  /** The next offsets that the last committed transaction consumed up to. */
  Map<TopicPartition, Long> committed() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka()))) {
      var next = new HashMap<TopicPartition, Long>();
      admin
          .listConsumerGroupOffsets(
              Map.of(scopedName(), new ListConsumerGroupOffsetsSpec()),
              new ListConsumerGroupOffsetsOptions().requireStable(true))
          .partitionsToOffsetAndMetadata(scopedName())
          .get()
          .forEach((at, offset) -> next.put(at, offset.offset()));
      return next;
    } catch (ExecutionException failure) {
      throw new IllegalStateException("Kafka refused the sequencer's offsets", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }

  private void stepDown() {
    close();
    leases.release(NAME, holder);
  }

  private void close() {
    Sequencer current = sequencer.getAndSet(null);
    events.close();
    if (current != null) {
      current.close();
    }
  }
}
