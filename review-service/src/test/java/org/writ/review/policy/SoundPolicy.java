package org.writ.review.policy;

import java.nio.charset.StandardCharsets;

/** A policy's document without a fault, and reading what a test makes of it. */
final class SoundPolicy {

  static final String TEXT =
      """
      id: test-policy
      effectiveFrom: 2024-01-01
      governs:
        - {regime: NATIONAL}
        - {regime: MLAT, countries: [IN, US]}
      heldFor: P12M
      legalBases:
        - process: COURT_ORDER
          basis: house rule
          issuers:
            - {authority: COURT, dataTypes: [IP_ADDRESS, CONTENT]}
          discloses: [IP_ADDRESS]
          bars: [CONTENT]
          mustContain: [The day on which it was issued.]
          answerWithin: P10D
          twoPersons: false
      offences:
        - {category: FRAUD, clause: "Clause 1"}
      breadth: {mostPeriod: P6M, mostItems: 10, citation: house rule}
      userNotice: {rule: The user is told., delayAtMost: P12M, citation: house rule}
      grounds:
        NO_SUSPECT: {wording: No suspect is confirmed., citation: house rule, remedy: Confirm one.}
      rules:
        - id: suspect
          applies: request
          when: "!suspectConfirmed"
          severity: BLOCKING
          ground: NO_SUSPECT
          citation: house rule
          sentence: No suspect is confirmed.
          examples:
            - {facts: {suspectConfirmed: false}, expect: FIRES}
            - {facts: {suspectConfirmed: true}, expect: SILENT}
      """;

  private SoundPolicy() {}

  static Policy read(String document) {
    return PolicyDocument.read("test.yaml", document.getBytes(StandardCharsets.UTF_8));
  }
}
