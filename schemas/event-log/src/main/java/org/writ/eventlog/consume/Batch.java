package org.writ.eventlog.consume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writ.eventlog.Event;

/**
 * What is to be done with the events of one partition's batch: pure, from what was applied and
 * parked before.
 *
 * @param apply the events to hand over, in order
 * @param park the events to park, each with the reason
 * @param sequences the last sequence per subject once {@code apply} has been applied
 */
record Batch(List<Positioned> apply, List<Parked> park, Map<String, Long> sequences) {

  /** An event and its offset in the partition. */
  record Positioned(long offset, Event event) {}

  /** An event that has to wait for an operator. */
  record Parked(Positioned at, String reason) {}

  static final String BEHIND = "Behind a parked event of the same subject";

  /**
   * Sorts a batch.
   *
   * @param events in the partition's order
   * @param applied last applied sequence by subject; a subject that is missing has none
   * @param parkedSubjects subjects with parked events
   */
  static Batch of(List<Positioned> events, Map<String, Long> applied, Set<String> parkedSubjects) {
    var apply = new ArrayList<Positioned>();
    var park = new ArrayList<Parked>();
    var sequences = new HashMap<String, Long>();
    var held = new HashSet<>(parkedSubjects);
    for (Positioned at : events) {
      String subject = at.event().envelope().subject();
      long sequence = at.event().envelope().sequence();
      long last = sequences.getOrDefault(subject, applied.getOrDefault(subject, 0L));
      boolean sequenced = sequence > 0;
      if (sequenced && sequence <= last) {
        continue; // sent again by a relay that crashed before it could delete it
      }
      if (held.contains(subject)) {
        park.add(new Parked(at, BEHIND));
      } else if (sequenced && sequence > last + 1) {
        held.add(subject);
        park.add(
            new Parked(at, "Gap: expected sequence %d, found %d".formatted(last + 1, sequence)));
      } else {
        apply.add(at);
        if (sequenced) {
          sequences.put(subject, sequence);
        }
      }
    }
    return new Batch(List.copyOf(apply), List.copyOf(park), Map.copyOf(sequences));
  }

  List<Event> events() {
    return apply.stream().map(Positioned::event).toList();
  }
}
