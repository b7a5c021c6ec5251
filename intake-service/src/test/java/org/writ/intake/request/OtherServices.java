package org.writ.intake.request;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.ItemDisclosure;
import org.writ.events.disclosure.ItemPreservation;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.disclosure.PreservationFrozen;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.disclosure.PreservationOutcome;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.disclosure.PreservationUnfrozen;
import org.writ.events.disclosure.PreservationWithdrawn;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseItem;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;
import org.writ.events.review.CaseReopened;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.ClarificationRequested;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.PolicyReference;

/** What review and disclosure say about a request. */
public final class OtherServices {

  public static final String SHA256 = "ab".repeat(32);
  public static final Instant EXPIRES_AT = Instant.parse("2026-12-24T00:00:00Z");

  private static final Instant RECEIVED_AT = Instant.parse("2026-11-21T09:30:00Z");
  private static final PolicyReference POLICY =
      new PolicyReference("2024-09-valid-orders", "cd".repeat(32));

  private OtherServices() {}

  public static CaseOpened opened(String... itemIds) {
    return CaseOpened.newBuilder()
        .setAgency("agency-de")
        .setAgencyName("Demo Police")
        .setCountry("DE")
        .setProcess("COURT_ORDER")
        .setRegime("NATIONAL")
        .setIssuingAuthorityType("COURT")
        .setIssuingAuthorityCountry("DE")
        .setIssuedOn(LocalDate.parse("2026-11-20"))
        .setOffenceCategory("DRUG_TRAFFICKING")
        .setSuspectConfirmed(true)
        .setReceivedAt(RECEIVED_AT)
        .setDueAt(RECEIVED_AT.plusSeconds(60))
        .setPolicy(POLICY)
        .setItems(
            Stream.of(itemIds)
                .map(id -> new CaseItem(id, "PHONE_NUMBER", List.of("IP_ADDRESS"), null, null))
                .toList())
        .setFindings(List.of())
        .setRecipientCertificate(ByteBuffer.allocate(0))
        .build();
  }

  /** A refused case that is re-opened, due then. */
  public static CaseReopened reopened(Instant dueAt) {
    return new CaseReopened("reviewer-3", "decision-1", "reviewer-1", null, dueAt, null);
  }

  public static CaseDecided decided(CaseOutcome outcome, ItemDecision... items) {
    return CaseDecided.newBuilder()
        .setOutcome(outcome)
        .setDecidedBy("7d6c0d2e-0000-4000-8000-000000000001")
        .setAgency("agency-de")
        .setAgencyName("Demo Police")
        .setCountry("DE")
        .setProcess("COURT_ORDER")
        .setRegime("NATIONAL")
        .setReceivedAt(RECEIVED_AT)
        .setPolicy(POLICY)
        .setItems(List.of(items))
        .setRecipientCertificate(ByteBuffer.allocate(0))
        .build();
  }

  public static ItemDecision approved(String itemId, String... dataTypes) {
    return new ItemDecision(
        itemId,
        ItemOutcome.APPROVED,
        "PHONE_NUMBER",
        List.of(dataTypes),
        RECEIVED_AT.minusSeconds(3_600),
        RECEIVED_AT,
        null);
  }

  public static ItemDecision refused(String itemId, String ground) {
    return new ItemDecision(
        itemId, ItemOutcome.REFUSED, "PHONE_NUMBER", List.of(), null, null, ground);
  }

  public static PackagePrepared prepared(String deliveryId, ItemDisclosure... items) {
    return new PackagePrepared(
        deliveryId, SHA256, 4_711L, "ef".repeat(32), RECEIVED_AT, EXPIRES_AT, List.of(items), 1);
  }

  public static ItemDisclosure disclosed(String itemId, String... dataTypes) {
    return new ItemDisclosure(
        itemId, DisclosureOutcome.DISCLOSED, List.of(dataTypes), (long) dataTypes.length, null);
  }

  public static NoDataFound noData(String deliveryId, ItemDisclosure... items) {
    return new NoDataFound(deliveryId, List.of(items));
  }

  public static ItemDisclosure nothing(String itemId, String reason) {
    return new ItemDisclosure(itemId, DisclosureOutcome.NO_DATA, List.of(), 0L, reason);
  }

  public static DeliveryAcknowledged acknowledged(String deliveryId) {
    return new DeliveryAcknowledged(deliveryId, SHA256);
  }

  public static DeliveryExpired expired(String deliveryId) {
    return new DeliveryExpired(deliveryId);
  }

  /** One of each type that leaves a request where it is. */
  public static Stream<SpecificRecord> ofNoConcern() {
    return Stream.of(
        new CaseClaimed("holder", EXPIRES_AT),
        new CaseReleased("holder"),
        new CaseRead("reader", null),
        new DecisionObjected("second", null),
        new ClarificationReceived("7d6c0d2e-0000-4000-8000-000000000003", EXPIRES_AT, null),
        new CaseSupplemented(),
        new CaseDocumentScanned("document", "CLEAN"),
        new CallBackRecorded("caller", "CONFIRMED", "+49301234567", null),
        new CaseWithdrawn(true),
        new CaseFrozen("7d6c0d2e-0000-4000-8000-000000000004"),
        new CaseUnfrozen("7d6c0d2e-0000-4000-8000-000000000004"),
        new EmergencyOrderOverdue(EXPIRES_AT),
        new DeliveryWithdrawn("d-1"),
        new DeliveryFrozen("d-1", "7d6c0d2e-0000-4000-8000-000000000004"),
        new DeliveryUnfrozen("d-1", "7d6c0d2e-0000-4000-8000-000000000004"),
        preservationOpened(),
        new PreservationProlonged("p-1", EXPIRES_AT, "18 U.S.C. 2703(f)(2)", 1),
        new PreservationWithdrawn("p-1"),
        new PreservationFrozen("p-1", "7d6c0d2e-0000-4000-8000-000000000004"),
        new PreservationUnfrozen("p-1", "7d6c0d2e-0000-4000-8000-000000000004"),
        deliveryOpened("d-1"),
        new PackageFetched("d-1", SHA256));
  }

  public static ClarificationRequested question(@Nullable Instant clockStoppedAt) {
    return ClarificationRequested.newBuilder()
        .setAskedBy("7d6c0d2e-0000-4000-8000-000000000001")
        .setClockStoppedAt(clockStoppedAt)
        .build();
  }

  public static DataPreserved preserved(Instant until) {
    return preserved(until, List.of());
  }

  public static DataPreserved preserved(Instant until, List<ItemPreservation> items) {
    return new DataPreserved(until, "p-1", "18 U.S.C. 2703(f)(2)", SHA256, 4_096L, items);
  }

  /** What a preservation says about an item of which there is a copy. */
  public static ItemPreservation kept(String itemId) {
    return new ItemPreservation(
        itemId, PreservationOutcome.PRESERVED, List.of("IP_ADDRESS"), 2L, null);
  }

  /** What it says about one that nothing is held of. */
  public static ItemPreservation notHeld(String itemId) {
    return new ItemPreservation(
        itemId, PreservationOutcome.NO_DATA, List.of(), 0L, "UNKNOWN_IDENTIFIER");
  }

  private static PreservationOpened preservationOpened() {
    return new PreservationOpened(
        "p-1",
        "agency-de",
        "DE",
        "NATIONAL",
        "7d6c0d2e-0000-4000-8000-000000000002",
        "2026-11-emergencies",
        List.of(),
        null);
  }

  public static DeliveryOpened deliveryOpened(String deliveryId) {
    return DeliveryOpened.newBuilder()
        .setDeliveryId(deliveryId)
        .setAgency("agency-de")
        .setAgencyName("Demo Police")
        .setCountry("DE")
        .setProcess("COURT_ORDER")
        .setRegime("NATIONAL")
        .setDecision("7d6c0d2e-0000-4000-8000-000000000002")
        .setPolicy("2024-09-valid-orders")
        .setItems(List.of())
        .setRecipientCertificate(ByteBuffer.allocate(0))
        .build();
  }
}
