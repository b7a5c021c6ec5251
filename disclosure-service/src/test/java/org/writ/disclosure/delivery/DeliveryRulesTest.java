package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.writ.disclosure.collect.DataType.NotDisclosable;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.ApprovedIdentifier;
import org.writ.events.disclosure.ApprovedItem;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryDetails;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.ItemDisclosure;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;

class DeliveryRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant EXPIRY = Instant.parse("2026-12-21T12:00:00Z");
  private static final UUID DELIVERY = UUID.fromString("0192f000-0000-7000-8000-000000000002");
  private static final UUID DECISION = UUID.fromString("0192f000-0000-7000-8000-000000000003");
  private static final String HASH = "ab".repeat(32);
  private static final List<ItemDisclosure> NOTHING =
      List.of(
          new ItemDisclosure(
              "item-1", DisclosureOutcome.NO_DATA, List.of(), 0L, "UNKNOWN_IDENTIFIER"));

  private static final Delivery NONE = new Delivery.None();
  private static final Delivery PREPARING =
      new Delivery.Preparing(DELIVERY.toString(), DECISION.toString());
  private static final Delivery NO_DATA =
      new Delivery.NoData(DELIVERY.toString(), DECISION.toString());
  private static final Delivery AVAILABLE =
      new Delivery.Available(DELIVERY.toString(), DECISION.toString(), HASH, EXPIRY);
  private static final Delivery DELIVERED =
      new Delivery.Delivered(DELIVERY.toString(), DECISION.toString(), HASH, EXPIRY);
  private static final Delivery EXPIRED =
      new Delivery.Expired(DELIVERY.toString(), DECISION.toString(), HASH);

  static final List<Delivery> EVERYTHING_BUT_PREPARING =
      List.of(NONE, NO_DATA, AVAILABLE, DELIVERED, EXPIRED);
  static final List<Delivery> OPENED = List.of(PREPARING, NO_DATA, AVAILABLE, DELIVERED, EXPIRED);
  static final List<Delivery> WITHOUT_PACKAGE = List.of(NONE, PREPARING, NO_DATA);

  private static List<SpecificRecord> decide(Delivery state, DeliveryCommand command, Instant now) {
    return DeliveryRules.decide(state, command, now).stream().map(NewEvent::data).toList();
  }

  private static DeliveryCommand open(CaseDecided decision, DecisionDetails details) {
    return new DeliveryCommand.Open(DELIVERY, DECISION, decision, details);
  }

  @Test
  void decisionOpensADeliveryOfExactlyWhatItApproves() {
    // Given
    ItemDecision approved = Decided.approved("item-1", "IP_ADDRESS", "PHONE_NUMBER");
    ItemDecision refused = Decided.refused("item-2");
    CaseDecided decision = Decided.by("agency-de", new byte[] {1, 2}, approved, refused);
    DecisionDetails details =
        Decided.details("item-1", "+4915100000001", "item-2", "+4915100000002");

    // When
    List<NewEvent> events = DeliveryRules.decide(NONE, open(decision, details), NOW);

    // Then
    assertThat(events)
        .containsExactly(
            NewEvent.sealed(
                new DeliveryOpened(
                    DELIVERY.toString(),
                    "agency-de",
                    "Demo Police",
                    "DE",
                    "COURT_ORDER",
                    "NATIONAL",
                    DECISION.toString(),
                    "2024-09-valid-orders",
                    List.of(
                        new ApprovedItem(
                            "item-1",
                            "PHONE_NUMBER",
                            List.of("IP_ADDRESS", "PHONE_NUMBER"),
                            Decided.FROM,
                            Decided.TO)),
                    ByteBuffer.wrap(new byte[] {1, 2}),
                    null),
                new DeliveryDetails(
                    "AZ 2026/000123",
                    "Amtsgericht Tiergarten",
                    List.of(new ApprovedIdentifier("item-1", "+4915100000001")))));
  }

  @Test
  void refusalOpensNothing() {
    CaseDecided decision = Decided.by("agency-de", new byte[0], Decided.refused("item-1"));

    assertThat(decide(NONE, open(decision, Decided.details()), NOW)).isEmpty();
    assertThat(DeliveryRules.isToBeDelivered(decision)).isFalse();
  }

  @Test
  void approvalAfterARefusalThatWasAppealedAgainstOpensADelivery() {
    // Given
    CaseDecided refusal = Decided.by("agency-de", new byte[0], Decided.refused("item-1"));
    assertThat(decide(NONE, open(refusal, Decided.details()), NOW)).isEmpty();

    // When
    var opened =
        decide(NONE, open(approvedDecision(), Decided.details("item-1", "+4915100000001")), NOW);

    // Then
    assertThat(opened).singleElement().isInstanceOf(DeliveryOpened.class);
  }

  @Test
  void preservationAloneDisclosesNothing() {
    CaseDecided decision =
        CaseDecided.newBuilder(approvedDecision()).setProcess("PRESERVATION_ORDER").build();

    assertThat(DeliveryRules.isToBeDelivered(decision)).isFalse();
    assertThat(decide(NONE, open(decision, Decided.details("item-1", "x")), NOW)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("OPENED")
  void decisionThatIsCarriedOutAlreadyChangesNothing(Delivery state) {
    assertThat(decide(state, open(approvedDecision(), Decided.details("item-1", "x")), NOW))
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("OPENED")
  void secondDecisionIsRefused(Delivery state) {
    var second =
        new DeliveryCommand.Open(
            DELIVERY, UUID.randomUUID(), approvedDecision(), Decided.details("item-1", "x"));

    assertThatThrownBy(() -> decide(state, second, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void approvalOfContentIsRefusedWhateverWasDecided() {
    CaseDecided decision =
        Decided.by("agency-de", new byte[0], Decided.approved("item-1", "IP_ADDRESS", "CONTENT"));

    assertThatThrownBy(() -> decide(NONE, open(decision, Decided.details("item-1", "x")), NOW))
        .isInstanceOf(NotDisclosable.class);
  }

  @Test
  void approvalWithoutPeriodIsRefused() {
    ItemDecision item =
        ItemDecision.newBuilder(Decided.approved("item-1", "IP_ADDRESS")).setTo(null).build();
    CaseDecided decision = Decided.by("agency-de", new byte[0], item);

    assertThatThrownBy(() -> decide(NONE, open(decision, Decided.details("item-1", "x")), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void approvalWithoutIdentifierIsRefused() {
    assertThatThrownBy(
            () -> decide(NONE, open(approvedDecision(), Decided.details("item-9", "x")), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void outcomeOfANewerVersionIsRefused() {
    ItemDecision item =
        ItemDecision.newBuilder(Decided.approved("item-1", "IP_ADDRESS"))
            .setOutcome(ItemOutcome.UNKNOWN)
            .build();
    CaseDecided decision = Decided.by("agency-de", new byte[0], item);

    assertThatThrownBy(() -> DeliveryRules.isToBeDelivered(decision))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void packageIsPreparedOnce() {
    // Given
    var command = new DeliveryCommand.Prepare(HASH, 7L, "cd", EXPIRY, NOTHING, 1);

    // When
    List<SpecificRecord> events = decide(PREPARING, command, NOW);

    // Then
    assertThat(events)
        .containsExactly(
            new PackagePrepared(DELIVERY.toString(), HASH, 7L, "cd", NOW, EXPIRY, NOTHING, 1));
    assertThat(Delivery.evolve(PREPARING, events.getFirst())).isEqualTo(AVAILABLE);
  }

  @ParameterizedTest
  @FieldSource("EVERYTHING_BUT_PREPARING")
  void packageIsPreparedInNoOtherState(Delivery state) {
    var prepare = new DeliveryCommand.Prepare(HASH, 7L, "cd", EXPIRY, NOTHING, 1);
    var nothing = new DeliveryCommand.FindNothing(NOTHING);

    assertThatThrownBy(() -> decide(state, prepare, NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> decide(state, nothing, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void deliveryWithoutDataHasNoPackage() {
    // When
    List<SpecificRecord> events = decide(PREPARING, new DeliveryCommand.FindNothing(NOTHING), NOW);

    // Then
    assertThat(events).containsExactly(new NoDataFound(DELIVERY.toString(), NOTHING));
    assertThat(Delivery.evolve(PREPARING, events.getFirst())).isEqualTo(NO_DATA);
  }

  @Test
  void everyFetchIsRecorded() {
    assertThat(decide(AVAILABLE, new DeliveryCommand.Fetch(true), NOW))
        .containsExactly(new PackageFetched(DELIVERY.toString(), HASH));
    assertThat(decide(DELIVERED, new DeliveryCommand.Fetch(true), NOW))
        .containsExactly(new PackageFetched(DELIVERY.toString(), HASH));
  }

  @ParameterizedTest
  @FieldSource("WITHOUT_PACKAGE")
  void deliveryWithoutPackageHasNothingToFetchOrAcknowledge(Delivery state) {
    assertThatThrownBy(() -> decide(state, new DeliveryCommand.Fetch(false), NOW))
        .isInstanceOf(DeliveryRefusal.NoPackage.class);
    assertThatThrownBy(() -> decide(state, new DeliveryCommand.Acknowledge(HASH), NOW))
        .isInstanceOf(DeliveryRefusal.NoPackage.class);
  }

  @Test
  void packageCanBeFetchedUntilItExpiresAndNotThen() {
    var fetch = new DeliveryCommand.Fetch(true);

    assertThat(decide(AVAILABLE, fetch, EXPIRY.minusMillis(1))).hasSize(1);
    assertThatThrownBy(() -> decide(AVAILABLE, fetch, EXPIRY))
        .isInstanceOf(DeliveryRefusal.Gone.class);
    assertThatThrownBy(() -> decide(EXPIRED, fetch, NOW)).isInstanceOf(DeliveryRefusal.Gone.class);
  }

  @Test
  void packageThatWasDeletedAfterItsAcknowledgementIsGone() {
    assertThatThrownBy(() -> decide(DELIVERED, new DeliveryCommand.Fetch(false), NOW))
        .isInstanceOf(DeliveryRefusal.Gone.class);
  }

  @Test
  void acknowledgementIsRecordedOnce() {
    // Given
    var acknowledge = new DeliveryCommand.Acknowledge(HASH.toUpperCase(java.util.Locale.ROOT));

    // When
    List<SpecificRecord> events = decide(AVAILABLE, acknowledge, NOW);

    // Then
    assertThat(events).containsExactly(new DeliveryAcknowledged(DELIVERY.toString(), HASH));
    assertThat(Delivery.evolve(AVAILABLE, events.getFirst())).isEqualTo(DELIVERED);
    assertThat(decide(DELIVERED, acknowledge, NOW)).isEmpty();
  }

  @Test
  void acknowledgementOfSomethingElseIsRefused() {
    var wrong = new DeliveryCommand.Acknowledge("cd".repeat(32));

    assertThatThrownBy(() -> decide(AVAILABLE, wrong, NOW))
        .isInstanceOf(DeliveryRefusal.WrongPackage.class);
    assertThatThrownBy(() -> decide(DELIVERED, wrong, NOW))
        .isInstanceOf(DeliveryRefusal.WrongPackage.class);
  }

  @Test
  void deliveryExpiresWhenItIsTimeAndNotBefore() {
    // Given
    var expire = new DeliveryCommand.Expire();

    // When
    List<SpecificRecord> events = decide(AVAILABLE, expire, EXPIRY);

    // Then
    assertThat(events).containsExactly(new DeliveryExpired(DELIVERY.toString()));
    assertThat(Delivery.evolve(AVAILABLE, events.getFirst())).isEqualTo(EXPIRED);
    assertThat(decide(AVAILABLE, expire, EXPIRY.minusMillis(1))).isEmpty();
    assertThat(decide(DELIVERED, expire, EXPIRY)).isEmpty();
    assertThat(decide(PREPARING, expire, EXPIRY)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("EVERYTHING_BUT_PREPARING")
  void impossibleEventIsAnErrorAndLeavesNothingUnchanged(Delivery state) {
    assertThatThrownBy(() -> Delivery.evolve(state, new NoDataFound(DELIVERY.toString(), NOTHING)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static CaseDecided approvedDecision() {
    return Decided.by("agency-de", new byte[0], Decided.approved("item-1", "IP_ADDRESS"));
  }
}
