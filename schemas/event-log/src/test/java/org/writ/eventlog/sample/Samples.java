package org.writ.eventlog.sample;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedIdentifier;
import org.writ.events.review.CaseReleased;

/** Events with just enough in them. */
public final class Samples {

  private Samples() {}

  /** A submission of country DE without items. */
  public static RequestSubmitted submitted() {
    return RequestSubmitted.newBuilder()
        .setAgency("agency-de")
        .setAgencyName("Demo Police")
        .setCountry("DE")
        .setProcess("COURT_ORDER")
        .setRegime("NATIONAL")
        .setIssuingAuthorityType("COURT")
        .setIssuingAuthorityCountry("DE")
        .setIssuedOn(LocalDate.of(2026, 11, 1))
        .setOffenceCategory("FRAUD")
        .setSuspectConfirmed(true)
        .setItems(List.of())
        .setReceivedAt(Instant.parse("2026-11-02T00:00:00Z"))
        .setDueAt(Instant.parse("2026-12-02T00:00:00Z"))
        .setDeadlineRule("test")
        .setRecipientCertificate(ByteBuffer.allocate(0))
        .setIdempotencyKeyHash("00")
        .build();
  }

  /** A sealed part with this phone number. */
  public static RequestDetails details(String phoneNumber) {
    return RequestDetails.newBuilder()
        .setReference("AZ 1")
        .setIssuingAuthorityName("Amtsgericht")
        .setStatute("§ 263 StGB")
        .setDescription("")
        .setIdentifiers(List.of(new RequestedIdentifier("item", phoneNumber)))
        .setOfficerName("A")
        .setOfficerEmail("a@example.org")
        .setOfficerPhone("+49")
        .setBodyDigest("00")
        .build();
  }

  /** Some event of a case. */
  public static CaseReleased input() {
    return new CaseReleased("somebody");
  }
}
