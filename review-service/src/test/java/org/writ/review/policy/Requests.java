package org.writ.review.policy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;

/** Invented requests for tests: a sound one, and what can be different about it. */
public final class Requests {

  /** When all of them were received. */
  public static final Instant RECEIVED_AT = Instant.parse("2026-11-20T12:00:00Z");

  private Requests() {}

  /** A request that no rule of the first policy has anything to say about. */
  public static RequestSubmitted.Builder sound() {
    return RequestSubmitted.newBuilder()
        .setAgency("agency-de")
        .setAgencyName("Demo Police")
        .setCountry("DE")
        .setProcess("COURT_ORDER")
        .setRegime("NATIONAL")
        .setIssuingAuthorityType("COURT")
        .setIssuingAuthorityCountry("DE")
        .setIssuedOn(LocalDate.parse("2026-11-18"))
        .setValidUntil(LocalDate.parse("2027-02-18"))
        .setOffenceCategory("DRUG_TRAFFICKING")
        .setSuspectConfirmed(true)
        .setItems(List.of(item("item-1").build()))
        .setReceivedAt(RECEIVED_AT)
        .setDueAt(Instant.parse("2026-11-30T12:00:00Z"))
        .setDeadlineRule("house rule")
        .setRecipientCertificate(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .setIdempotencyKeyHash("00");
  }

  /** An item that no rule of the first policy has anything to say about. */
  public static RequestedItem.Builder item(String itemId) {
    return RequestedItem.newBuilder()
        .setItemId(itemId)
        .setIdentifierType("PHONE_NUMBER")
        .setDataTypes(List.of("IP_ADDRESS", "PHONE_NUMBER"))
        .setFrom(Instant.parse("2026-05-01T00:00:00Z"))
        .setTo(Instant.parse("2026-11-01T00:00:00Z"));
  }

  /** Sound items, numbered from 1. */
  public static List<RequestedItem> items(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> item("item-" + i).build()).toList();
  }
}
