package org.writ.eventlog.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;

class TopicSetupTest {

  private final Admin admin =
      Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.kafka()));
  private final TopicNames names = new TopicNames("test_" + UUID.randomUUID() + ".");
  private final TopicSetup setup = new TopicSetup(admin, names);

  @AfterEach
  void close() throws Exception {
    var ours =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith(names.of(Topic.INTAKE_KEYS).replace("intake.keys", "")))
            .toList();
    admin.deleteTopics(ours).all().get();
    admin.close();
  }

  @Test
  void createdTopicsHaveNoFaultsAndAreCreatedOnce() {
    var topics = List.of(Topic.values());

    List<String> first = setup.create(topics, (short) 1);
    List<String> second = setup.create(topics, (short) 1);

    assertThat(first).hasSize(topics.size());
    assertThat(second).isEmpty();
    assertThat(setup.faults(topics)).isEmpty();
  }

  @Test
  void everyWrongSettingIsNamedWithWhatIsExpected() throws Exception {
    admin
        .createTopics(
            List.of(
                new NewTopic(names.of(Topic.INTAKE_REQUESTS), 3, (short) 1)
                    .configs(Map.of("cleanup.policy", "compact", "retention.ms", "1000"))))
        .all()
        .get();

    await().until(() -> admin.listTopics().names().get().contains(names.of(Topic.INTAKE_REQUESTS)));

    List<String> faults = setup.faults(List.of(Topic.INTAKE_REQUESTS, Topic.REVIEW_CASES));

    assertThat(faults).hasSize(4);
    assertThat(faults)
        .anyMatch(fault -> fault.contains("intake.requests has partitions = 3, expected 6"))
        .anyMatch(
            fault ->
                fault.contains("cleanup.policy = compact") && fault.endsWith("expected delete"))
        .anyMatch(fault -> fault.contains("retention.ms = 1000") && fault.endsWith("expected -1"))
        .anyMatch(fault -> fault.contains("review.cases does not exist"));
  }
}
