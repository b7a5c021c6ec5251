package org.writ.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.writ.eventlog.consume.ConsumerWorker;
import org.writ.eventlog.publish.RelayWorker;
import org.writ.eventlog.replay.RebuildMode;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.seal.KeyFollower;
import org.writ.eventlog.setup.TopicSetup;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;

/**
 * Starts and stops the log with the service. Before anything runs it checks the service's topics:
 * one that would lose or reorder events keeps the service from starting.
 */
@ApplicationScoped
class LogLifecycle {

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final CaseKeys keys;
  private final KeyFollower follower;
  private final RelayWorker relay;
  private final ConsumerWorker consumer;
  private final Instance<Inputs> inputs;

  @Inject
  LogLifecycle(
      LogConfig config,
      TopicNames names,
      EventCodec codec,
      CaseKeys keys,
      KeyFollower follower,
      RelayWorker relay,
      ConsumerWorker consumer,
      Instance<Inputs> inputs) {
    this.config = config;
    this.names = names;
    this.codec = codec;
    this.keys = keys;
    this.follower = follower;
    this.relay = relay;
    this.consumer = consumer;
    this.inputs = inputs;
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
    checkTopics();
    checkSchemas();
    if (RebuildMode.isOn()) {
      return;
    }
    if (keys.canRead()) {
      follower.start();
    }
    relay.start();
    consumer.start();
  }

  void stop(@Observes ShutdownEvent event) {
    consumer.stop();
    relay.stop();
    follower.stop();
  }

  private void checkTopics() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka()))) {
      List<String> faults = new TopicSetup(admin, names).faults(topics());
      if (!faults.isEmpty()) {
        throw new IllegalStateException(String.join("; ", faults));
      }
    }
  }

  /**
   * A schema that is missing would be found only when the first event of its kind is appended: too
   * late.
   */
  private void checkSchemas() {
    ownTopics()
        .forEach(topic -> topic.schemas().keySet().forEach(name -> codec.contentId(topic, name)));
  }

  private Set<Topic> ownTopics() {
    Set<Topic> own = EnumSet.noneOf(Topic.class);
    Arrays.stream(Topic.values())
        .filter(topic -> topic.owner().equals(config.service()))
        .forEach(own::add);
    return own;
  }

  private Set<Topic> topics() {
    Set<Topic> topics = ownTopics();
    if (inputs.isResolvable()) {
      topics.addAll(inputs.get().topics());
    }
    if (keys.canRead()) {
      topics.add(Topic.INTAKE_KEYS);
    }
    return topics;
  }
}
