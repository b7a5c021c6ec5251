package org.writ.eventlog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.events.Topic;

/**
 * Events that are to be appended to one subject's stream.
 *
 * @param topic a topic of this service
 * @param subject the aggregate's id
 * @param expectedVersion the version that the events were decided on; 0 if the aggregate is new
 * @param actor who caused them
 * @param cause id of the input that they answer; null if there is none
 * @param events in order; at least one
 */
public record Append(
    Topic topic,
    String subject,
    long expectedVersion,
    Actor actor,
    @Nullable UUID cause,
    List<NewEvent> events) {

  /** The events as they were at this moment. */
  public Append {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Nothing to append to " + topic.topicName());
    }
  }

  /** The first event of a new aggregate, which answers no input. */
  public static Append first(Topic topic, String subject, Actor actor, NewEvent event) {
    return new Append(topic, subject, 0, actor, null, List.of(event));
  }
}
