package org.writ.transparency.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.transparency.EventSequenced;

/**
 * How this service's rows follow from the ledger: each entry is a leaf, and the event that it names
 * goes to the follower. The only fold that looks at other topics than its own, in the one order
 * that the ledger gives them.
 */
@ApplicationScoped
class LedgerFold implements Fold, Integrating {

  private final Ledger ledger;
  private final Follower follower;
  private final SequencedEvents events;

  LedgerFold(Ledger ledger, Follower follower, SequencedEvents events) {
    this.ledger = ledger;
    this.follower = follower;
    this.events = events;
  }

  @Override
  public Topic topic() {
    return Topic.TRANSPARENCY_LEDGER;
  }

  @Override
  public List<String> tables() {
    return Stream.concat(Ledger.TABLES.stream(), follower.tables().stream()).toList();
  }

  @Override
  public void apply(Event event) {
    apply(List.of(fetched(event)));
  }

  @Override
  public void applyAll(List<Event> events) {
    apply(events.stream().map(this::fetched).toList());
  }

  @Override
  public Sequenced fetched(Event event) {
    if (event.data() instanceof EventSequenced entry) {
      return new Sequenced(entry, events.at(entry));
    }
    throw new IllegalArgumentException("Expected EventSequenced, found " + event.envelope().type());
  }

  @Override
  public void apply(List<Sequenced> sequenced) {
    ledger.append(sequenced.stream().map(one -> leaf(one.entry())).toList());
    follower.apply(sequenced.stream().map(Sequenced::event).toList());
  }

  private static Leaf leaf(EventSequenced entry) {
    return new Leaf(
        entry.getLeafIndex(),
        new Hash(entry.getDigest().bytes()),
        new Leaf.Stream(entry.getTopic(), entry.getSubject()),
        entry.getSequence(),
        entry.getPartition(),
        entry.getOffset());
  }
}
