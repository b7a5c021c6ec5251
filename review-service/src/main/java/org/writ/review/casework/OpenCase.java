package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseEmergency;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseItem;
import org.writ.events.review.CaseOpened;
import org.writ.review.jurisdiction.Jurisdiction;
import org.writ.review.jurisdiction.Jurisdictions;
import org.writ.review.policy.LegalAnalysis;
import org.writ.review.policy.Policy;
import org.writ.review.policy.PolicyRegister;

/** Opens the case of a request that intake accepted: the policy in force is run over it. */
@ApplicationScoped
public class OpenCase {

  private final PolicyRegister policies;
  private final Jurisdictions jurisdictions;
  private final CaseKeys keys;
  private final EventLog log;

  OpenCase(PolicyRegister policies, Jurisdictions jurisdictions, CaseKeys keys, EventLog log) {
    this.policies = policies;
    this.jurisdictions = jurisdictions;
    this.keys = keys;
    this.log = log;
  }

  /**
   * Opens the case, in the current transaction: under the policy and the safeguards of the moment
   * when the request was received, however much later its event is handled. What the request says
   * about persons is sealed anew under this service's event; if the case's key was erased by now,
   * the case has no such part.
   *
   * @throws IllegalStateException if no policy is in force for the request, or its rules cannot be
   *     evaluated over it
   */
  public void on(Event input, RequestSubmitted request) {
    Policy policy =
        policies
            .current()
            .inForce(request.getRegime(), request.getCountry(), request.getReceivedAt());
    CaseOpened opened =
        decide(policy, jurisdictions.at(request.getCountry(), request.getReceivedAt()), request);
    NewEvent event =
        input
            .sealed()
            .flatMap(part -> keys.open(part, RequestDetails.class))
            .map(details -> NewEvent.sealed(opened, details(details)))
            .orElseGet(() -> NewEvent.open(opened));
    log.append(
        Topic.REVIEW_CASES,
        input.envelope().subject(),
        0,
        Actor.service("review"),
        input.envelope().id(),
        List.of(event));
  }

  /** Pure: the open part of the case, with what the policy finds. */
  static CaseOpened decide(Policy policy, Jurisdiction jurisdiction, RequestSubmitted request) {
    return new CaseOpened(
        request.getAgency(),
        request.getAgencyName(),
        request.getCountry(),
        request.getProcess(),
        request.getRegime(),
        request.getIssuingAuthorityType(),
        request.getIssuingAuthorityCountry(),
        request.getIssuedOn(),
        request.getValidUntil(),
        request.getOffenceCategory(),
        request.getSuspectConfirmed(),
        request.getReceivedAt(),
        request.getDueAt(),
        request.getNoticeDelayUntil(),
        policy.reference(),
        request.getItems().stream()
            .map(
                item ->
                    new CaseItem(
                        item.getItemId(),
                        item.getIdentifierType(),
                        item.getDataTypes(),
                        item.getFrom(),
                        item.getTo()))
            .toList(),
        LegalAnalysis.of(policy, jurisdiction, request),
        request.getRecipientCertificate(),
        request.getChannel(),
        request.getDuplicateOf(),
        request.getCallBackPhone(),
        request.getClarificationStopsClock(),
        request.getObjectionUntil(),
        emergency(request.getEmergency()),
        null);
  }

  private static @Nullable CaseEmergency emergency(@Nullable EmergencyFacts facts) {
    return facts == null
        ? null
        : new CaseEmergency(
            facts.getAccountAgeDays(),
            facts.getDomainOnFile(),
            facts.getDomainAgeDays(),
            facts.getFirstOfSender(),
            facts.getEmergenciesInDay(),
            facts.getEmergenciesInMonth(),
            facts.getIdentifiersAskedByOthers(),
            facts.getInOfficeHours(),
            facts.getOrderDueAt(),
            facts.getDomainRegistrationAgeDays());
  }

  private static CaseDetails details(RequestDetails request) {
    return new CaseDetails(
        request.getReference(),
        request.getIssuingAuthorityName(),
        request.getStatute(),
        request.getDescription(),
        request.getIdentifiers().stream()
            .map(identifier -> new CaseIdentifier(identifier.getItemId(), identifier.getValue()))
            .toList(),
        request.getOfficerName(),
        request.getOfficerEmail(),
        request.getOfficerPhone(),
        request.getNoticeReason());
  }
}
