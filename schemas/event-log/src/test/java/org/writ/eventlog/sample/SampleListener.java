package org.writ.eventlog.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.writ.eventlog.AppendListener;
import org.writ.eventlog.Event;
import org.writ.events.Topic;

/** Remembers what it was told. */
@ApplicationScoped
public class SampleListener implements AppendListener {

  private final List<Event> heard = new CopyOnWriteArrayList<>();

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public void appended(Event event) {
    heard.add(event);
  }

  /** What it was told about a subject, in order. */
  public List<Event> heard(String subject) {
    return heard.stream().filter(event -> event.envelope().subject().equals(subject)).toList();
  }
}
