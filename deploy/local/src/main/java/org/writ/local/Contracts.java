package org.writ.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.setup.SchemaSetup;
import org.writ.eventlog.setup.TopicSetup;
import org.writ.events.Topic;

/**
 * Brings the broker's topics and the registry's schemas to what {@link Topic} declares. Harmless
 * when they are.
 */
final class Contracts {

  private static final short ONE_COPY = 1;
  private static final List<Topic> ALL = Arrays.asList(Topic.values());
  private static final TopicNames NAMES = new TopicNames("");

  private final Settings settings;

  Contracts(Settings settings) {
    this.settings = settings;
  }

  /**
   * Makes the missing topics.
   *
   * @throws StackException if one that exists is otherwise than declared
   */
  void createTopics() {
    try (Admin admin = KafkaBroker.admin(settings)) {
      TopicSetup setup = new TopicSetup(admin, NAMES);
      setup.create(ALL, ONE_COPY);
      List<String> faults = setup.faults(ALL);
      if (!faults.isEmpty()) {
        throw new StackException(
            String.join("\n", faults)
                + "\nThe data may be of another version; deploy/down --erase removes it.");
      }
    } catch (IllegalStateException e) {
      throw new StackException("the topics cannot be made: " + e.getMessage(), e);
    }
  }

  /**
   * Registers the schemas with their rules.
   *
   * @throws StackException in the registry's own words, if it refuses one
   */
  void registerSchemas() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      new SchemaSetup(URI.create(settings.registry()), NAMES, http).register(ALL);
    } catch (IllegalStateException e) {
      throw new StackException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }
}
