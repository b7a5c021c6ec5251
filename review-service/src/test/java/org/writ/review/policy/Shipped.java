package org.writ.review.policy;

import java.time.Instant;
import java.util.List;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.Finding;
import org.writ.review.jurisdiction.Jurisdiction;

/** The shipped policies, and the beginning of a plain one, for tests. */
public final class Shipped {

  /** All of them. */
  public static final Policies POLICIES = new ShippedPolicies().policies();

  /** A policy's document up to its rules, which a test adds. */
  static final String PLAIN =
      """
      id: test
      effectiveFrom: 2024-01-01
      governs: [{regime: NATIONAL}, {regime: MLAT}, {regime: CLOUD_ACT}, {regime: EU_E_EVIDENCE}]
      heldFor: P12M
      legalBases:
        - process: COURT_ORDER
          basis: house rule
          issuers: [{authority: COURT, dataTypes: [IP_ADDRESS, PHONE_NUMBER]}]
          discloses: [IP_ADDRESS, PHONE_NUMBER]
          mustContain: [The day on which it was issued.]
          answerWithin: P10D
          twoPersons: false
      offences: [{category: FRAUD, clause: Clause 1}]
      breadth: {mostPeriod: P12M, mostItems: 100, citation: house rule}
      userNotice: {rule: The user is told., delayAtMost: P12M, citation: house rule}
      grounds:
        A_GROUND: {wording: It is so., citation: house rule, remedy: Make it otherwise.}
      rules:
      """;

  private Shipped() {}

  /** That for requests of German agencies under national law. */
  public static Policy nationalAt(Instant receivedAt) {
    return POLICIES.inForce("NATIONAL", "DE", receivedAt);
  }

  /** The shipped one of an id. */
  static Policy policy(String id) {
    return POLICIES.all().stream()
        .filter(policy -> policy.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What the policy that is in force for a request finds in it. */
  static List<Finding> analysis(RequestSubmitted request) {
    return analysis(
        POLICIES.inForce(request.getRegime(), request.getCountry(), request.getReceivedAt()),
        request);
  }

  /** What a policy finds in a request of a country that nothing is set for. */
  static List<Finding> analysis(Policy policy, RequestSubmitted request) {
    return LegalAnalysis.of(policy, Jurisdiction.plain(request.getCountry()), request);
  }
}
