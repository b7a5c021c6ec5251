package org.writ.transparency.testing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.ItemDisclosure;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.PolicyReference;

/** Events of requests, as the other services would write them. */
public final class Requests {

  /** Start of the period that items ask for. */
  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  /** End of the period that items ask for. */
  public static final Instant TO = Instant.parse("2026-07-01T00:00:00Z");

  private static final ByteBuffer CERTIFICATE = ByteBuffer.wrap(new byte[] {1, 2, 3});

  private Requests() {}

  /** An item that asks for data types within {@link #FROM} and {@link #TO}. */
  public static RequestedItem asked(String itemId, String... dataTypes) {
    return new RequestedItem(itemId, "PHONE_NUMBER", List.of(dataTypes), FROM, TO, null);
  }

  /** A submission. */
  public static RequestSubmitted submitted(
      String country, String process, Instant receivedAt, RequestedItem... items) {
    return RequestSubmitted.newBuilder()
        .setAgency("agency-" + country.toLowerCase(java.util.Locale.ROOT))
        .setAgencyName("Demo Police")
        .setCountry(country)
        .setProcess(process)
        .setRegime("NATIONAL")
        .setIssuingAuthorityType("COURT")
        .setIssuingAuthorityCountry(country)
        .setIssuedOn(LocalDate.parse("2026-08-01"))
        .setOffenceCategory("FRAUD")
        .setSuspectConfirmed(true)
        .setItems(List.of(items))
        .setReceivedAt(receivedAt)
        .setDueAt(receivedAt.plusSeconds(864_000))
        .setDeadlineRule("test")
        .setRecipientCertificate(CERTIFICATE)
        .setIdempotencyKeyHash("00")
        .build();
  }

  /** The agency takes its request back. */
  public static RequestProgressed withdrawn() {
    return RequestProgressed.newBuilder().setStatus(RequestStatus.WITHDRAWN).build();
  }

  /** An item approved for the whole period asked. */
  public static ItemDecision approved(String itemId, String... dataTypes) {
    return approvedUntil(itemId, TO, dataTypes);
  }

  /** An item approved from the beginning of the period asked to this moment. */
  public static ItemDecision approvedUntil(String itemId, Instant to, String... dataTypes) {
    return new ItemDecision(
        itemId, ItemOutcome.APPROVED, "PHONE_NUMBER", List.of(dataTypes), FROM, to, null);
  }

  /** An item refused. */
  public static ItemDecision refused(String itemId) {
    return new ItemDecision(
        itemId, ItemOutcome.REFUSED, "PHONE_NUMBER", List.of(), null, null, "NO_VALID_ORDER");
  }

  /** A decision. */
  public static CaseDecided decided(ItemDecision... items) {
    return CaseDecided.newBuilder()
        .setOutcome(CaseOutcome.PARTLY_APPROVED)
        .setDecidedBy("3f0a")
        .setAgency("agency-de")
        .setAgencyName("Demo Police")
        .setCountry("DE")
        .setProcess("COURT_ORDER")
        .setRegime("NATIONAL")
        .setReceivedAt(FROM)
        .setPolicy(new PolicyReference("p", "00"))
        .setItems(List.of(items))
        .setRecipientCertificate(CERTIFICATE)
        .build();
  }

  /** Data of these items is in a package. */
  public static PackagePrepared prepared(int accounts, ItemDisclosure... items) {
    return PackagePrepared.newBuilder()
        .setDeliveryId("d")
        .setSha256("00")
        .setSize(1)
        .setManifestSha256("00")
        .setPreparedAt(TO)
        .setExpiresAt(TO)
        .setItems(List.of(items))
        .setAccountsDisclosed(accounts)
        .build();
  }

  /** Nothing that was approved is held. */
  public static NoDataFound nothingFound(ItemDisclosure... items) {
    return NoDataFound.newBuilder().setDeliveryId("d").setItems(List.of(items)).build();
  }

  /** An item with data. */
  public static ItemDisclosure disclosed(String itemId) {
    return new ItemDisclosure(
        itemId, DisclosureOutcome.DISCLOSED, List.of("PHONE_NUMBER"), 1L, null);
  }

  /** An item without data. */
  public static ItemDisclosure withoutData(String itemId) {
    return new ItemDisclosure(
        itemId, DisclosureOutcome.NO_DATA, List.of(), 0L, "UNKNOWN_IDENTIFIER");
  }
}
