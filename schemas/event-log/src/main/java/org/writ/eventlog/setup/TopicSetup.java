package org.writ.eventlog.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.writ.eventlog.TopicNames;
import org.writ.events.Topic;

/** Creates the topics, and finds those whose settings would lose or reorder events. */
public final class TopicSetup {

  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(20);
  private static final Duration RETRY = Duration.ofMillis(50);

  private final Admin admin;
  private final TopicNames names;

  /** Works through this client, which stays the caller's. */
  public TopicSetup(Admin admin, TopicNames names) {
    this.admin = admin;
    this.names = names;
  }

  /**
   * Creates the topics that do not exist; leaves the others as they are.
   *
   * @param replication replicas of each partition
   * @return the names of those that were created
   */
  public List<String> create(Collection<Topic> topics, short replication) {
    var existing = await(admin.listTopics().names());
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !existing.contains(names.of(topic)))
            .map(
                topic ->
                    new NewTopic(names.of(topic), topic.partitions(), replication)
                        .configs(topic.kept().settings()))
            .toList();
    await(admin.createTopics(missing).all());
    List<String> created = missing.stream().map(NewTopic::name).toList();
    awaitVisible(created);
    return created;
  }

  /** A broker may answer for a moment as if a new topic did not exist. */
  private void awaitVisible(List<String> created) {
    long giveUp = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    while (!await(admin.listTopics().names()).containsAll(created)) {
      if (System.nanoTime() - giveUp > 0) {
        throw new IllegalStateException("Topics are not visible after " + VISIBLE_WITHIN);
      }
      LockSupport.parkNanos(RETRY.toNanos());
    }
  }

  /**
   * Everything that is wrong with these topics.
   *
   * @return a sentence per fault that names topic, setting, what is expected and what was found;
   *     empty if all is well
   */
  public List<String> faults(Collection<Topic> topics) {
    var faults = new ArrayList<String>();
    Map<Topic, TopicDescription> found = describe(topics, faults);
    if (found.isEmpty()) {
      return faults;
    }
    List<ConfigResource> resources = found.keySet().stream().map(this::resource).toList();
    Map<ConfigResource, Config> settings = await(admin.describeConfigs(resources).all());
    found.forEach(
        (topic, description) -> {
          if (description.partitions().size() != topic.partitions()) {
            faults.add(
                fault(topic, "partitions", topic.partitions(), description.partitions().size()));
          }
          Config config = Objects.requireNonNull(settings.get(resource(topic)));
          topic
              .kept()
              .settings()
              .forEach((name, expected) -> compare(topic, config, name, expected, faults));
        });
    return faults;
  }

  private Map<Topic, TopicDescription> describe(Collection<Topic> topics, List<String> faults) {
    var found = new HashMap<Topic, TopicDescription>();
    var futures = admin.describeTopics(topics.stream().map(names::of).toList()).topicNameValues();
    for (Topic topic : topics) {
      try {
        found.put(topic, Objects.requireNonNull(futures.get(names.of(topic))).get());
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw new IllegalStateException("Cannot describe the topics", failure);
        }
        faults.add("Topic " + names.of(topic) + " does not exist: the deployment has to create it");
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", interrupted);
      }
    }
    return found;
  }

  private void compare(
      Topic topic, Config config, String name, String expected, List<String> faults) {
    // How eagerly a compacted topic is cleaned is the operators' choice; what is kept is not.
    if (!name.equals("cleanup.policy") && !name.startsWith("retention.")) {
      return;
    }
    String value = config.get(name).value();
    if (!expected.equals(value)) {
      faults.add(fault(topic, name, expected, value + " (" + config.get(name).source() + ")"));
    }
  }

  private ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, names.of(topic));
  }

  private String fault(Topic topic, String setting, Object expected, Object found) {
    return "Topic %s has %s = %s, expected %s".formatted(names.of(topic), setting, found, expected);
  }

  private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("Kafka refused: " + failure.getMessage(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }
}
