package org.writ.transparency.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Event;
import org.writ.transparency.ledger.Follower;

/** What is known of all requests. Every method works in the caller's transaction. */
@ApplicationScoped
public class Facts implements Follower {

  private final FactRows rows;

  /** With its tables. */
  public Facts(FactRows rows) {
    this.rows = rows;
  }

  @Override
  public List<String> tables() {
    return List.of("request_fact", "request_item");
  }

  @Override
  public void apply(List<Event> events) {
    var stored = new HashMap<String, RequestFacts>();
    var known = new HashMap<String, RequestFacts>();
    var changed = new LinkedHashMap<String, RequestFacts>();
    for (Event event : events) {
      String requestId = event.envelope().subject();
      RequestFacts before =
          known.computeIfAbsent(requestId, unknown -> stored.computeIfAbsent(unknown, rows::find));
      RequestFacts after = Counting.apply(before, event);
      if (!after.equals(before)) {
        known.put(requestId, after);
        changed.put(requestId, after);
      }
    }
    if (!changed.isEmpty()) {
      rows.put(changed, stored);
    }
  }

  /**
   * Counts the requests that were received in a period.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public List<Tally> tally(Instant from, Instant to) {
    return rows.tally(from, to);
  }

  /** When the first request was received; empty if none was. */
  public Optional<Instant> firstReceived() {
    return rows.firstReceived();
  }
}
