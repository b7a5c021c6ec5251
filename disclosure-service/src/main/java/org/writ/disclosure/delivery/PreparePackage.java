package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.writ.disclosure.collect.ApprovedItems;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.Collector;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.content.Spool;
import org.writ.disclosure.packaging.Cover;
import org.writ.disclosure.packaging.PackageWriter;
import org.writ.disclosure.packaging.Packing;
import org.writ.disclosure.packaging.Recipient;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.disclosure.DeliveryDetails;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.ItemDisclosure;

/**
 * Prepares the package of one delivery. First what was approved is collected, in one transaction,
 * so that it fits together, and packaged as it comes, so that of tens of thousands of items no more
 * than one is in memory; then the encrypted bytes and the event that names their hash are stored in
 * another, on the version that was read at first. Ended anywhere in between, nothing is left and it
 * is begun anew; done twice at once, the second to store is refused: there is one package or none.
 * So is one whose delivery was frozen or withdrawn meanwhile.
 */
@ApplicationScoped
class PreparePackage {

  private static final Actor SELF = Actor.service("disclosure");

  /** A decision can approve tens of thousands of items, each of which is looked up. */
  private static final Duration COLLECTING = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final DeliveryStream stream;
  private final DeliveryRows rows;
  private final DeliveryItemRows items;
  private final CaseKeys keys;
  private final Collector collector;
  private final PackageWriter writer;
  private final PackageContent content;
  private final DeliveryConfig config;
  private final Clock clock;

  PreparePackage(
      Transactions transactions,
      DeliveryStream stream,
      DeliveryRows rows,
      DeliveryItemRows items,
      CaseKeys keys,
      Collector collector,
      PackageWriter writer,
      PackageContent content,
      DeliveryConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.stream = stream;
    this.rows = rows;
    this.items = items;
    this.keys = keys;
    this.collector = collector;
    this.writer = writer;
    this.content = content;
    this.config = config;
    this.clock = clock;
  }

  /**
   * What was collected, and the version that the delivery had then.
   *
   * @param read the delivery
   * @param openedEvent the event that opened it
   * @param found for each item
   * @param accounts of which data was found
   * @param manifestSha256 of the package in the spool, which is one only if anything was found
   */
  private record Packed(
      DeliveryStream.Read read,
      UUID openedEvent,
      List<ItemDisclosure> found,
      int accounts,
      String manifestSha256) {}

  /**
   * Prepares the package, unless that is done, or the delivery is frozen or withdrawn.
   *
   * @throws org.writ.eventlog.ConcurrentChange if another instance did it at the same time, or the
   *     delivery was stopped meanwhile
   * @throws IllegalStateException if the case's key is erased
   * @throws RuntimeException if the data cannot be collected or packaged; nothing is stored then
   */
  void prepare(String deliveryId) throws IOException {
    try (var spool = new Spool()) {
      Optional<Packed> packed = transactions.call(COLLECTING, () -> pack(deliveryId, spool));
      if (packed.isPresent()) {
        store(packed.get(), spool);
      }
    }
  }

  private Optional<Packed> pack(String deliveryId, Spool spool) {
    DeliveryRow row = rows.findById(deliveryId);
    if (row == null || !(row.toDelivery() instanceof Delivery.Preparing)) {
      return Optional.empty();
    }
    try (Packing packing = writer.begin(Recipient.of(row.recipientCertificate), spool.begin())) {
      return Optional.of(pack(row, packing));
    } catch (IOException failure) {
      throw new UncheckedIOException("The package could not be written", failure);
    }
  }

  private Packed pack(DeliveryRow row, Packing packing) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    DeliveryDetails details =
        keys.open(row.sealedDetails(), DeliveryDetails.class)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected a delivery that can be read; the key of its case is erased"));
    var found = new ArrayList<ItemDisclosure>();
    var accounts = new HashSet<String>();
    collector.collect(
        ApprovedItems.approvals(items.of(row.deliveryId), details.getIdentifiers()),
        collected -> {
          found.add(disclosure(collected));
          if (collected instanceof Collected.Found it) {
            accounts.add(it.accountId());
          }
          add(packing, collected);
        });
    return new Packed(
        stream.read(row.requestId),
        UUID.fromString(row.openedEvent),
        List.copyOf(found),
        accounts.size(),
        packing.finish(cover(row, details, now)));
  }

  private static void add(Packing packing, Collected collected) {
    try {
      packing.add(collected);
    } catch (IOException failure) {
      throw new UncheckedIOException("The package could not be written", failure);
    }
  }

  private static Cover cover(DeliveryRow row, DeliveryDetails details, Instant now) {
    return new Cover(
        row.deliveryId,
        row.requestId,
        details.getReference(),
        details.getIssuingAuthorityName(),
        row.agency,
        row.agencyName,
        row.country,
        row.process,
        row.regime,
        row.decision,
        row.policy,
        now);
  }

  private void store(Packed packed, Spool spool) throws IOException {
    if (packed.accounts() == 0) {
      var nothing = new DeliveryCommand.FindNothing(packed.found());
      transactions.run(() -> carryOut(packed, nothing));
      return;
    }
    String sha256 = spool.sha256();
    var prepare =
        new DeliveryCommand.Prepare(
            sha256,
            spool.content().size(),
            packed.manifestSha256(),
            clock.instant().plus(config.expiry()).truncatedTo(ChronoUnit.MILLIS),
            packed.found(),
            packed.accounts());
    transactions.run(
        () -> {
          content.store(sha256, spool.content());
          carryOut(packed, prepare);
        });
  }

  private void carryOut(Packed packed, DeliveryCommand command) {
    stream.carryOut(packed.read(), command, SELF, packed.openedEvent());
  }

  private static ItemDisclosure disclosure(Collected collected) {
    String itemId = collected.approval().itemId();
    return switch (collected) {
      case Collected.Found found ->
          new ItemDisclosure(
              itemId,
              DisclosureOutcome.DISCLOSED,
              found.byType().keySet().stream().map(DataType::name).toList(),
              (long) found.records().size(),
              null);
      case Collected.Nothing nothing ->
          new ItemDisclosure(
              itemId, DisclosureOutcome.NO_DATA, List.of(), 0L, nothing.reason().name());
    };
  }
}
