package org.writ.transparency.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.transparency.EventSequenced;
import org.writ.transparency.facts.Facts;
import org.writ.transparency.ledger.Hash;
import org.writ.transparency.ledger.Leaf;
import org.writ.transparency.ledger.Ledger;

/**
 * How this service's rows follow from the ledger: each entry is a leaf, and the event that it names
 * is counted. The only fold that looks at other topics than its own, in the one order that the
 * ledger gives them.
 */
@ApplicationScoped
class LedgerFold implements Fold {

  /** An entry with the event that it names. */
  record Sequenced(EventSequenced entry, Event event) {}

  private final Ledger ledger;
  private final Facts facts;
  private final SequencedEvents events;

  LedgerFold(Ledger ledger, Facts facts, SequencedEvents events) {
    this.ledger = ledger;
    this.facts = facts;
    this.events = events;
  }

  @Override
  public Topic topic() {
    return Topic.TRANSPARENCY_LEDGER;
  }

  @Override
  public List<String> tables() {
    return Stream.concat(Ledger.TABLES.stream(), Facts.TABLES.stream()).toList();
  }

  @Override
  public void apply(Event event) {
    apply(List.of(fetched(event)));
  }

  /** Applies entries that follow each other, in the current transaction. */
  void apply(List<Sequenced> sequenced) {
    ledger.append(sequenced.stream().map(one -> leaf(one.entry())).toList());
    facts.apply(sequenced.stream().map(Sequenced::event).toList());
  }

  /**
   * An event of the ledger's topic with the event that it names.
   *
   * @throws IllegalArgumentException if it is no entry
   */
  Sequenced fetched(Event event) {
    if (event.data() instanceof EventSequenced entry) {
      return new Sequenced(entry, events.at(entry));
    }
    throw new IllegalArgumentException("Expected EventSequenced, found " + event.envelope().type());
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
