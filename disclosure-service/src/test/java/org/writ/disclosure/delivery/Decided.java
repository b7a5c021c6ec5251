package org.writ.disclosure.delivery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.PolicyReference;

/** Decisions as review writes them. */
public final class Decided {

  /** Start of what is approved. */
  public static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");

  /** End of what is approved. */
  public static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");

  private Decided() {}

  /** Of a phone number. */
  public static ItemDecision approved(String itemId, String... dataTypes) {
    return approved(itemId, "PHONE_NUMBER", List.of(dataTypes));
  }

  /** Of an identifier of another type. */
  public static ItemDecision approved(
      String itemId, String identifierType, List<String> dataTypes) {
    return new ItemDecision(
        itemId, ItemOutcome.APPROVED, identifierType, dataTypes, FROM, TO, null);
  }

  /** Of a phone number. */
  public static ItemDecision refused(String itemId) {
    return new ItemDecision(
        itemId,
        ItemOutcome.REFUSED,
        "PHONE_NUMBER",
        List.of(),
        null,
        null,
        "SUSPECT_NOT_CONFIRMED");
  }

  /** About these items. */
  public static CaseDecided by(String agency, byte[] certificate, ItemDecision... items) {
    return by(agency, "COURT_ORDER", "NATIONAL", certificate, items);
  }

  /** About these items of an order to keep data. */
  public static CaseDecided preservation(String regime, ItemDecision... items) {
    return by("agency-de", "PRESERVATION_ORDER", regime, new byte[] {1}, items);
  }

  private static CaseDecided by(
      String agency, String process, String regime, byte[] certificate, ItemDecision... items) {
    return new CaseDecided(
        outcome(List.of(items)),
        "3f0c0f5e-0000-4000-8000-000000000001",
        agency,
        "Demo Police",
        "DE",
        process,
        regime,
        Instant.parse("2026-11-20T09:00:00Z"),
        new PolicyReference("2024-09-valid-orders", "00".repeat(32)),
        List.of(items),
        ByteBuffer.wrap(certificate),
        null,
        List.of(),
        null);
  }

  private static CaseOutcome outcome(List<ItemDecision> items) {
    long approved = items.stream().filter(it -> it.getOutcome() == ItemOutcome.APPROVED).count();
    if (approved == 0) {
      return CaseOutcome.REFUSED;
    }
    return approved == items.size() ? CaseOutcome.APPROVED : CaseOutcome.PARTLY_APPROVED;
  }

  /** The sealed part, with pairs of item and identifier. */
  public static DecisionDetails details(String... itemsAndIdentifiers) {
    var identifiers = new ArrayList<CaseIdentifier>();
    for (int i = 0; i < itemsAndIdentifiers.length; i += 2) {
      identifiers.add(new CaseIdentifier(itemsAndIdentifiers[i], itemsAndIdentifiers[i + 1]));
    }
    return new DecisionDetails(
        "AZ 2026/000123", "Amtsgericht Tiergarten", identifiers, List.of(), null, List.of());
  }
}
