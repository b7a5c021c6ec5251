package org.writ.intake.hi1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Action.ListObjects;
import org.writ.intake.hi1.ReadBounds.TooMuch;

/**
 * What the LISTs of one message are answered. Each is answered wholly or refused: what an agency is
 * not shown it would take for unchanged. Requests are looked at once for all LISTs, the newest
 * change first, and no more of them than are needed. Not thread-safe.
 */
final class ListReading {

  /** Requests that are loaded together. */
  private static final int TOGETHER = 100;

  /** Where the objects of one agency come from. */
  interface Source {

    /**
     * Requests of which something changed, the newest change first.
     *
     * @param since at this time or later; null: whenever
     * @param begunUntil and that there were at this time; null: all
     * @param limit how many, at most
     */
    List<Changed> changed(@Nullable Instant since, @Nullable Instant begunUntil, int limit);

    /** How many objects requests are made of, not counting those that we issue. */
    long objects(List<String> requestIds);

    /** The objects of requests, ours among them, by the requests' ids. */
    Map<String, List<Shown>> load(List<String> requestIds);
  }

  /**
   * A request.
   *
   * @param requestId its id
   * @param at when the newest change of one of its objects was, or later
   */
  record Changed(String requestId, Instant at) {}

  private final Source source;
  private final ReadBounds bounds;
  private final Map<String, List<Shown>> loaded = new HashMap<>();
  private long objects;
  private int records;

  ListReading(Source source, ReadBounds bounds) {
    this.source = source;
    this.bounds = bounds;
  }

  /**
   * The objects that a LIST asks for, the newest change first.
   *
   * @throws TooMuch if more would have to be looked at or answered than the bounds allow
   */
  List<Shown> read(ListObjects wanted) throws TooMuch {
    var candidates =
        source.changed(wanted.changedSince(), wanted.changedUntil(), bounds.requests() + 1);
    var found = new ArrayList<Shown>();
    for (int from = 0; from < candidates.size(); from += TOGETHER) {
      if (isEnough(found, wanted, candidates.get(from).at())) {
        break;
      }
      var next = candidates.subList(from, Math.min(from + TOGETHER, candidates.size()));
      load(next.stream().map(Changed::requestId).toList());
      for (Changed request : next) {
        loaded.getOrDefault(request.requestId(), List.of()).stream()
            .filter(shown -> isWanted(shown, wanted))
            .forEach(found::add);
      }
    }
    Integer maximum = wanted.maximum();
    var answered =
        found.stream()
            .sorted(Comparator.comparing(Shown::lastChanged).reversed())
            .limit(maximum == null ? found.size() : maximum)
            .toList();
    records += answered.size();
    if (records > bounds.records()) {
      throw tooMuch(
          "the LISTs of a message are answered with at most %d records"
              .formatted(bounds.records()));
    }
    return answered;
  }

  /** Whether nothing that is older than this can be among the newest that are asked for. */
  private static boolean isEnough(List<Shown> found, ListObjects wanted, Instant next) {
    Integer maximum = wanted.maximum();
    return maximum != null
        && found.stream().filter(shown -> !shown.lastChanged().isBefore(next)).count() >= maximum;
  }

  private void load(List<String> requestIds) throws TooMuch {
    var missing = requestIds.stream().filter(id -> !loaded.containsKey(id)).toList();
    if (missing.isEmpty()) {
      return;
    }
    if (loaded.size() + missing.size() > bounds.requests()) {
      throw tooMuch(
          "the LISTs of a message look at the objects of at most %d requests"
              .formatted(bounds.requests()));
    }
    objects += source.objects(missing);
    if (objects > bounds.objects()) {
      throw tooMuch(
          "the LISTs of a message look at at most %d objects".formatted(bounds.objects()));
    }
    var more = source.load(missing);
    missing.forEach(id -> loaded.put(id, more.getOrDefault(id, List.of())));
  }

  private static TooMuch tooMuch(String bound) {
    return new TooMuch(
        "LIST: "
            + bound
            + ", and none is cut off; narrow LastChangedTimespan, or ask for the newest with"
            + " MaximumObjectCount");
  }

  private static boolean isWanted(Shown shown, ListObjects wanted) {
    return (wanted.type() == null || wanted.type() == shown.type())
        && (wanted.status() == null || wanted.status().equals(shown.status()))
        && (wanted.country() == null || wanted.country().equals(shown.owner().countryCode()))
        && (wanted.changedSince() == null || !shown.lastChanged().isBefore(wanted.changedSince()))
        && (wanted.changedUntil() == null || !shown.lastChanged().isAfter(wanted.changedUntil()));
  }
}
