package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.writ.disclosure.collect.Approval;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.Collector;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.packaging.Cover;
import org.writ.disclosure.packaging.PackageWriter;
import org.writ.disclosure.packaging.Recipient;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.disclosure.ApprovedIdentifier;
import org.writ.events.disclosure.DeliveryDetails;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.ItemDisclosure;

/**
 * Prepares the package of one delivery. First what was approved is collected, in one transaction,
 * so that it fits together; then it is packaged outside of any; then the encrypted bytes and the
 * event that names their hash are stored in one transaction, on the version that was read at first.
 * Ended anywhere in between, nothing is left and it is begun anew; done twice at once, the second
 * to store is refused: there is one package or none. So is one whose delivery was frozen or
 * withdrawn meanwhile.
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

  /** What was collected, and the version that the delivery had then. */
  private record Ingredients(
      DeliveryStream.Read read,
      UUID openedEvent,
      Cover cover,
      byte[] certificate,
      List<Collected> found) {

    @Override
    public String toString() {
      return "Ingredients[" + cover + "]";
    }
  }

  /**
   * Prepares the package, unless that is done, or the delivery is frozen or withdrawn.
   *
   * @throws org.writ.eventlog.ConcurrentChange if another instance did it at the same time, or the
   *     delivery was stopped meanwhile
   * @throws IllegalStateException if the case's key is erased
   * @throws RuntimeException if the data cannot be collected or packaged; nothing is stored then
   */
  void prepare(String deliveryId) throws IOException {
    Optional<Ingredients> collected = transactions.call(COLLECTING, () -> collect(deliveryId));
    if (collected.isEmpty()) {
      return;
    }
    Ingredients ingredients = collected.get();
    if (ingredients.found().stream().noneMatch(Collected.Found.class::isInstance)) {
      var nothing = new DeliveryCommand.FindNothing(disclosures(ingredients.found()));
      transactions.run(
          () -> stream.carryOut(ingredients.read(), nothing, SELF, ingredients.openedEvent()));
      return;
    }
    try (var spool = new PackageSpool()) {
      String manifestSha256 =
          writer.write(
              ingredients.cover(),
              ingredients.found(),
              Recipient.of(ingredients.certificate()),
              spool.out());
      store(ingredients, spool, manifestSha256);
    }
  }

  private Optional<Ingredients> collect(String deliveryId) {
    DeliveryRow row = rows.findById(deliveryId);
    if (row == null || !(row.toDelivery() instanceof Delivery.Preparing)) {
      return Optional.empty();
    }
    DeliveryDetails details =
        keys.open(sealed(row), DeliveryDetails.class)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected a delivery that can be read; the key of its case is erased"));
    Map<String, String> identifiers =
        details.getIdentifiers().stream()
            .collect(Collectors.toMap(ApprovedIdentifier::getItemId, ApprovedIdentifier::getValue));
    List<Approval> approvals =
        items.of(deliveryId).stream()
            .map(item -> Approval.of(item, identifiers.getOrDefault(item.getItemId(), "")))
            .toList();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Optional.of(
        new Ingredients(
            stream.read(row.requestId),
            UUID.fromString(row.openedEvent),
            cover(row, details, now),
            row.recipientCertificate,
            collector.collect(approvals)));
  }

  private static Sealed sealed(DeliveryRow row) {
    byte[] ciphertext = row.sealed;
    if (ciphertext == null) {
      throw new IllegalStateException("Expected a delivery with a sealed part");
    }
    return new Sealed(
        row.requestId,
        UUID.fromString(row.openedEvent),
        DeliveryOpened.getClassSchema().getFullName(),
        ciphertext);
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

  private void store(Ingredients ingredients, PackageSpool spool, String manifestSha256)
      throws IOException {
    String sha256 = spool.sha256();
    var prepare =
        new DeliveryCommand.Prepare(
            sha256,
            spool.content().size(),
            manifestSha256,
            clock.instant().plus(config.expiry()).truncatedTo(ChronoUnit.MILLIS),
            disclosures(ingredients.found()),
            accounts(ingredients.found()));
    transactions.run(
        () -> {
          content.store(sha256, spool.content());
          stream.carryOut(ingredients.read(), prepare, SELF, ingredients.openedEvent());
        });
  }

  private static List<ItemDisclosure> disclosures(List<Collected> collected) {
    return collected.stream().map(PreparePackage::disclosure).toList();
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

  private static int accounts(List<Collected> collected) {
    return (int)
        collected.stream()
            .filter(Collected.Found.class::isInstance)
            .map(found -> ((Collected.Found) found).accountId())
            .distinct()
            .count();
  }
}
