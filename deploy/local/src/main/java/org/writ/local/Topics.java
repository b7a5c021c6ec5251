package org.writ.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.writ.events.Topic;

/** Brings the broker's topics to what {@link Topic} declares. */
final class Topics {

  private final Settings settings;

  Topics(Settings settings) {
    this.settings = settings;
  }

  /**
   * Makes missing topics and corrects the settings of others.
   *
   * @throws StackException if a topic has another number of partitions: that cannot be corrected,
   *     because a subject would move between partitions
   */
  void create() {
    try (Admin admin = KafkaBroker.admin(settings)) {
      Set<String> present = admin.listTopics().names().get();
      List<Topic> existing =
          Arrays.stream(Topic.values()).filter(it -> present.contains(it.topicName())).toList();
      List<NewTopic> missing =
          Arrays.stream(Topic.values())
              .filter(it -> !present.contains(it.topicName()))
              .map(Topics::wanted)
              .toList();
      checkPartitions(admin, existing);
      correctSettings(admin, existing);
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new StackException("Kafka refuses the topics: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while making topics", e);
    }
  }

  private static NewTopic wanted(Topic topic) {
    return new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
        .configs(topic.kept().settings());
  }

  private static void checkPartitions(Admin admin, List<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> found =
        admin.describeTopics(topics.stream().map(Topic::topicName).toList()).allTopicNames().get();
    for (Topic topic : topics) {
      TopicDescription description = found.get(topic.topicName());
      if (description != null && description.partitions().size() != topic.partitions()) {
        throw new StackException(
            "topic %s has %d partitions, %d expected; its data was written by another version of Writ: deploy/down --erase removes it"
                .formatted(topic.topicName(), description.partitions().size(), topic.partitions()));
      }
    }
  }

  private static void correctSettings(Admin admin, List<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, Collection<AlterConfigOp>> wanted =
        topics.stream()
            .collect(
                Collectors.toMap(
                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
                    topic -> sets(topic.kept().settings())));
    admin.incrementalAlterConfigs(wanted).all().get();
  }

  private static Collection<AlterConfigOp> sets(Map<String, String> values) {
    List<AlterConfigOp> operations = new ArrayList<>();
    values.forEach(
        (name, value) ->
            operations.add(
                new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    return operations;
  }
}
