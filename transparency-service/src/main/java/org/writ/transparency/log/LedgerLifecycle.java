package org.writ.transparency.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.replay.RebuildMode;
import org.writ.eventlog.setup.TopicSetup;
import org.writ.transparency.ledger.Checkpoints;

/**
 * Starts and stops the sequencer with the service. A topic that would lose or reorder events keeps
 * the service from starting, and so does a key that does not fit the published checkpoints.
 */
@ApplicationScoped
class LedgerLifecycle {

  private final LogConfig config;
  private final TopicNames names;
  private final Transactions transactions;
  private final Checkpoints checkpoints;
  private final SequencerWorker worker;

  LedgerLifecycle(
      LogConfig config,
      TopicNames names,
      Transactions transactions,
      Checkpoints checkpoints,
      SequencerWorker worker) {
    this.config = config;
    this.names = names;
    this.transactions = transactions;
    this.checkpoints = checkpoints;
    this.worker = worker;
  }

  void start(@Observes StartupEvent event) {
    checkTopics();
    if (RebuildMode.isOn()) {
      return;
    }
    // Of an empty tree too: outsiders can follow the log from its first moment.
    transactions.run(checkpoints::publish);
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) {
    worker.stop();
  }

  private void checkTopics() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka()))) {
      List<String> faults = new TopicSetup(admin, names).faults(Sources.TOPICS);
      if (!faults.isEmpty()) {
        throw new IllegalStateException(String.join("; ", faults));
      }
    }
  }
}
