package org.writ.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.writ.events.Topic;

/**
 * Names of the topics on this installation's broker: a prefix (empty outside tests) and the topic's
 * own name.
 */
@ApplicationScoped
public class TopicNames {

  private final String prefix;

  /** Takes the prefix from the settings. */
  @Inject
  public TopicNames(LogConfig config) {
    this(config.topicPrefix().orElse(""));
  }

  /** With a prefix of its own. */
  public TopicNames(String prefix) {
    this.prefix = prefix;
  }

  /** The name on the broker. */
  public String of(Topic topic) {
    return prefix + topic.topicName();
  }

  /**
   * The topic of a name on the broker.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Topic parse(String name) {
    if (!name.startsWith(prefix)) {
      throw new IllegalArgumentException("Unknown topic " + name);
    }
    return Topic.named(name.substring(prefix.length()));
  }

  /** A name for this installation's consumer groups and transactional ids. */
  public String scoped(String name) {
    return prefix + "writ-" + name;
  }
}
