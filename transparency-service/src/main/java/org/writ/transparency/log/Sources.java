package org.writ.transparency.log;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.consume.Consumers;
import org.writ.events.Topic;

/** What is sequenced: every topic that is kept for ever, but for the ledger itself. */
final class Sources {

  static final Set<Topic> TOPICS =
      Arrays.stream(Topic.values())
          .filter(topic -> topic.kept() == Topic.Kept.FOR_EVER)
          .filter(topic -> topic != Topic.TRANSPARENCY_LEDGER)
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)),
                  Collections::unmodifiableSet));

  private Sources() {}

  static List<TopicPartition> partitions(TopicNames names) {
    return TOPICS.stream().flatMap(topic -> Consumers.partitions(names, topic).stream()).toList();
  }
}
