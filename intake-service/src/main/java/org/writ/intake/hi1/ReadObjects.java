package org.writ.intake.hi1;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Action.ListObjects;
import org.writ.intake.hi1.KnownObjects.Named;
import org.writ.intake.hi1.ReadBounds.TooMuch;

/** Looks at the objects that a message is about, all of them together and within bounds. */
@ApplicationScoped
class ReadObjects {

  private final KnownObjects objects;

  ReadObjects(KnownObjects objects) {
    this.objects = objects;
  }

  /**
   * What a message is about.
   *
   * @param named the objects that it names
   * @param lists what its LISTs are answered, by their places in the message
   * @param tooManyNamed why what it names is not looked at; null if it is
   * @param tooManyListed why its LISTs are not answered; null if they are
   */
  record Seen(
      Named named,
      Map<Integer, List<Shown>> lists,
      @Nullable Refusal tooManyNamed,
      @Nullable Refusal tooManyListed) {

    static final Seen NOTHING = new Seen(Named.NONE, Map.of(), null, null);
  }

  /** What has to be known before it is decided on a message. */
  Seen before(String agency, Message message) {
    return look(agency, message.mentioned(), message.lists(), ReadBounds.ADMITTED);
  }

  /** What a message reads, as it is now. */
  Seen after(String agency, Message message) {
    return look(agency, message.read(), message.lists(), ReadBounds.ANSWERED);
  }

  private Seen look(
      String agency, Set<String> ids, Map<Integer, ListObjects> lists, ReadBounds bounds) {
    Named named;
    try {
      named = objects.named(agency, ids, bounds);
    } catch (TooMuch refused) {
      return new Seen(Named.NONE, Map.of(), refused.refusal(), null);
    }
    try {
      return new Seen(named, listed(agency, lists, bounds), null, null);
    } catch (TooMuch refused) {
      return new Seen(named, Map.of(), null, refused.refusal());
    }
  }

  private Map<Integer, List<Shown>> listed(
      String agency, Map<Integer, ListObjects> lists, ReadBounds bounds) throws TooMuch {
    if (lists.size() > ReadBounds.LISTS) {
      throw new TooMuch("LIST: at most %d in a message".formatted(ReadBounds.LISTS));
    }
    var reading = new ListReading(new OfAgency(agency), bounds);
    var answers = new HashMap<Integer, List<Shown>>();
    for (var list : lists.entrySet()) {
      answers.put(list.getKey(), reading.read(list.getValue()));
    }
    return answers;
  }

  private final class OfAgency implements ListReading.Source {

    private final String agency;

    private OfAgency(String agency) {
      this.agency = agency;
    }

    @Override
    public List<ListReading.Changed> changed(
        @Nullable Instant since, @Nullable Instant begunUntil, int limit) {
      return objects.changed(agency, since, begunUntil, limit);
    }

    @Override
    public long objects(List<String> requestIds) {
      return objects.count(agency, requestIds);
    }

    @Override
    public Map<String, List<Shown>> load(List<String> requestIds) {
      return objects.shown(agency, requestIds);
    }
  }
}
