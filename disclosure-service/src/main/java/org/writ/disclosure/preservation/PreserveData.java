package org.writ.disclosure.preservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.writ.disclosure.collect.ApprovedItems;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.Collector;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.content.Spool;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.disclosure.ItemPreservation;
import org.writ.events.disclosure.PreservationDetails;
import org.writ.events.disclosure.PreservationOutcome;

/**
 * Puts the copy for one preservation aside. First what was approved is collected, in one
 * transaction, so that it fits together, and encrypted as it comes; then the encrypted bytes and
 * the event that names their hash are stored in another, on the version that was read at first.
 * Ended anywhere in between, nothing is left and it is begun anew; done twice at once, the second
 * to store is refused: there is one copy or none. So is one whose preservation was frozen or
 * withdrawn meanwhile.
 */
@ApplicationScoped
class PreserveData {

  /** A decision can approve tens of thousands of items, each of which is looked up. */
  private static final Duration COLLECTING = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final PreservationStream stream;
  private final PreservationRows rows;
  private final PreservationItemRows items;
  private final CaseKeys keys;
  private final Collector collector;
  private final FrozenCopies copies;

  PreserveData(
      Transactions transactions,
      PreservationStream stream,
      PreservationRows rows,
      PreservationItemRows items,
      CaseKeys keys,
      Collector collector,
      FrozenCopies copies) {
    this.transactions = transactions;
    this.stream = stream;
    this.rows = rows;
    this.items = items;
    this.keys = keys;
    this.collector = collector;
    this.copies = copies;
  }

  /**
   * What was collected, and the version that the preservation had then.
   *
   * @param read the preservation
   * @param openedEvent the event that opened it
   * @param found for each item
   */
  private record Copied(
      PreservationStream.Read read, UUID openedEvent, List<ItemPreservation> found) {

    boolean isEmpty() {
      return found.stream().noneMatch(item -> item.getOutcome() == PreservationOutcome.PRESERVED);
    }
  }

  /**
   * Makes the copy, unless that is done, or the preservation is frozen or withdrawn.
   *
   * @throws org.writ.eventlog.ConcurrentChange if another instance did it at the same time, or the
   *     preservation was stopped meanwhile
   * @throws IllegalStateException if the case's key is erased
   * @throws RuntimeException if the data cannot be collected or encrypted; nothing is stored then
   */
  void preserve(String preservationId) throws IOException {
    try (var spool = new Spool()) {
      Optional<Copied> copied = transactions.call(COLLECTING, () -> copy(preservationId, spool));
      if (copied.isPresent()) {
        store(copied.get(), spool);
      }
    }
  }

  private Optional<Copied> copy(String preservationId, Spool spool) {
    PreservationRow row = rows.findById(preservationId);
    if (row == null || !(row.toPreservation() instanceof Preservation.Opened)) {
      return Optional.empty();
    }
    PreservationDetails details =
        keys.open(row.sealedDetails(), PreservationDetails.class).orElseThrow(PreserveData::erased);
    var found = new ArrayList<ItemPreservation>();
    try (CopyWriter copy =
        copies.begin(row.requestId, preservationId, spool).orElseThrow(PreserveData::erased)) {
      collector.collect(
          ApprovedItems.approvals(items.of(preservationId), details.getIdentifiers()),
          collected -> found.add(add(copy, collected)));
    } catch (IOException failure) {
      throw new UncheckedIOException("The copy could not be written", failure);
    }
    return Optional.of(
        new Copied(
            stream.read(row.requestId), UUID.fromString(row.openedEvent), List.copyOf(found)));
  }

  private static ItemPreservation add(CopyWriter copy, Collected collected) {
    String itemId = collected.approval().itemId();
    return switch (collected) {
      case Collected.Found found -> {
        try {
          copy.add(found);
        } catch (IOException failure) {
          throw new UncheckedIOException("The copy could not be written", failure);
        }
        yield new ItemPreservation(
            itemId,
            PreservationOutcome.PRESERVED,
            found.byType().keySet().stream().map(DataType::name).toList(),
            (long) found.records().size(),
            null);
      }
      case Collected.Nothing nothing ->
          new ItemPreservation(
              itemId, PreservationOutcome.NO_DATA, List.of(), 0L, nothing.reason().name());
    };
  }

  private void store(Copied copied, Spool spool) throws IOException {
    if (copied.isEmpty()) {
      var nothing = new PreservationCommand.FindNothing(copied.found());
      transactions.run(() -> carryOut(copied, nothing));
      return;
    }
    String sha256 = spool.sha256();
    var keep = new PreservationCommand.Keep(sha256, spool.content().size(), copied.found());
    transactions.run(
        () -> {
          copies.store(sha256, spool.content());
          carryOut(copied, keep);
        });
  }

  private void carryOut(Copied copied, PreservationCommand command) {
    stream.carryOut(copied.read(), command, copied.openedEvent());
  }

  private static IllegalStateException erased() {
    return new IllegalStateException(
        "Expected a preservation that can be read; the key of its case is erased");
  }
}
