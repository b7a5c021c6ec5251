package org.writ.review.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;
import org.writ.review.jurisdiction.Jurisdiction;
import org.writ.review.policy.Policy;
import org.writ.review.policy.Requests;
import org.writ.review.policy.Shipped;

/** Invented cases for tests. */
final class Cases {

  static final Policy POLICY = Shipped.nationalAt(Requests.RECEIVED_AT);

  private Cases() {}

  /** How a case stands about which nothing else is to be said. */
  static Standing standing(CaseState state) {
    return new Standing(state, Matter.NONE);
  }

  /** A case without findings whose items are numbered from 1. */
  static CaseOpened opened(int items) {
    return opened(Requests.sound().setItems(Requests.items(items)).build());
  }

  /** The case of a request, of a country that nothing is set for. */
  static CaseOpened opened(RequestSubmitted request) {
    return OpenCase.decide(POLICY, Jurisdiction.plain(request.getCountry()), request);
  }

  /** The same with one more finding. */
  static CaseOpened with(CaseOpened opened, Severity severity, @Nullable String itemId) {
    return CaseOpened.newBuilder(opened)
        .setFindings(
            List.of(
                new Finding(
                    "a-rule",
                    severity,
                    "NO_SUSPECT",
                    "house rule",
                    "So it is.",
                    itemId,
                    List.of())))
        .build();
  }

  /** What such a case says about persons. */
  static CaseDetails details(int items) {
    return new CaseDetails(
        "AZ 1",
        "Amtsgericht Musterstadt",
        "§ 29a",
        "A story",
        Requests.items(items).stream()
            .map(item -> new CaseIdentifier(item.getItemId(), "+49" + item.getItemId()))
            .toList(),
        "Officer",
        "officer@agency.example",
        "+490",
        null);
  }

  /** A decision that refuses everything. */
  static CaseDecided decided(String by) {
    CaseOpened opened = opened(1);
    return new CaseDecided(
        CaseOutcome.REFUSED,
        by,
        opened.getAgency(),
        opened.getAgencyName(),
        opened.getCountry(),
        opened.getProcess(),
        opened.getRegime(),
        opened.getReceivedAt(),
        opened.getPolicy(),
        List.of(),
        opened.getRecipientCertificate(),
        null,
        List.of(),
        null);
  }
}
