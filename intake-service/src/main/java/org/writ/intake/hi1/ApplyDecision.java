package org.writ.intake.hi1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.HandoverObjectDetails;
import org.writ.events.intake.HandoverObjectKept;
import org.writ.events.intake.HandoverPackageAcknowledged;
import org.writ.intake.agency.Agency;
import org.writ.intake.emergency.ObserveEmergency;
import org.writ.intake.hi1.Decision.Kept;
import org.writ.intake.hi1.Decision.Order;
import org.writ.intake.hi1.Decision.Task;
import org.writ.intake.request.AnswerClarification;
import org.writ.intake.request.Channel;
import org.writ.intake.request.ExtendPreservation;
import org.writ.intake.request.IdempotencyKey;
import org.writ.intake.request.Submission;
import org.writ.intake.request.Submission.Process;
import org.writ.intake.request.SubmissionDesk;
import org.writ.intake.request.SubmissionDesk.Filled;
import org.writ.intake.request.WithdrawRequest;
import org.writ.web.problem.StrictJson;

/** Carries out what was decided on a message, in the current transaction. */
@ApplicationScoped
class ApplyDecision {

  private final EventLog log;
  private final CaseKeys keys;
  private final SubmissionDesk desk;
  private final WithdrawRequest withdrawRequest;
  private final ExtendPreservation extendPreservation;
  private final AnswerClarification answerClarification;
  private final ObserveEmergency observeEmergency;
  private final ObjectMapper json;
  private final Clock clock;

  ApplyDecision(
      EventLog log,
      CaseKeys keys,
      SubmissionDesk desk,
      WithdrawRequest withdrawRequest,
      ExtendPreservation extendPreservation,
      AnswerClarification answerClarification,
      ObserveEmergency observeEmergency,
      ObjectMapper json,
      Clock clock) {
    this.log = log;
    this.keys = keys;
    this.desk = desk;
    this.withdrawRequest = withdrawRequest;
    this.extendPreservation = extendPreservation;
    this.answerClarification = answerClarification;
    this.observeEmergency = observeEmergency;
    this.json = json;
    this.clock = clock;
  }

  /** Asks outside what the emergencies in it need; before the transaction. */
  void prepare(Decision decision, Agency agency, EndpointId sender) {
    for (Order order : decision.orders()) {
      var submission = submission(order, agency, sender);
      if (submission.process() == Process.EMERGENCY) {
        observeEmergency.prepare(submission.officer().email());
      }
    }
  }

  /**
   * Applies it.
   *
   * @param sender the agency's end of the interface
   * @throws org.writ.intake.request.RequestConflict if a request cannot be taken back any more, its
   *     question is answered, or its preservation cannot last that long
   */
  void apply(Decision decision, Agency agency, EndpointId sender, Actor actor) {
    // The keys first: whoever reads an object must find its key.
    decision.authorisations().forEach(requestId -> keys.issue(requestId, actor));
    keep(decision.kept(), agency.id(), actor);
    decision.orders().forEach(order -> submit(order, agency, sender, actor));
    decision
        .withdrawn()
        .forEach(requestId -> withdrawRequest.withdrawWithin(agency.id(), requestId, actor));
    decision
        .extended()
        .forEach(
            extension ->
                extendPreservation.extendWithin(
                    agency.id(), extension.requestId(), extension.until(), actor));
    decision
        .answers()
        .forEach(
            answer ->
                answerClarification.answerWithin(
                    agency.id(), answer.requestId(), answer.words(), actor));
    decision
        .acknowledged()
        .forEach(acknowledgement -> acknowledge(acknowledgement, agency.id(), actor));
  }

  /** Disclosure, whose package it is, takes it from here. */
  private void acknowledge(PackageAcknowledgement acknowledgement, String agency, Actor actor) {
    append(
        acknowledgement.requestId(),
        actor,
        List.of(
            NewEvent.open(
                new HandoverPackageAcknowledged(
                    agency, acknowledgement.deliveryId(), acknowledgement.sha256()))));
  }

  private void keep(List<Kept> objects, String agency, Actor actor) {
    var byRequest = new LinkedHashMap<String, List<NewEvent>>();
    for (Kept kept : objects) {
      byRequest.computeIfAbsent(kept.requestId(), id -> new ArrayList<>()).add(event(kept, agency));
    }
    byRequest.forEach((requestId, events) -> append(requestId, actor, events));
  }

  private void append(String requestId, Actor actor, List<NewEvent> events) {
    log.append(
        Topic.INTAKE_HANDOVERS,
        requestId,
        log.version(Topic.INTAKE_HANDOVERS, requestId),
        actor,
        null,
        events);
  }

  private NewEvent event(Kept kept, String agency) {
    var object = kept.object();
    return NewEvent.sealed(
        HandoverObjectKept.newBuilder()
            .setAgency(agency)
            .setObjectId(object.id())
            .setObjectType(object.type().objectName())
            .setOwnerCountry(object.text("CountryCode").orElse(""))
            .setOwnerIdentifier(object.text("OwnerIdentifier").orElse(""))
            .setGeneration(kept.generation())
            .setItemId(kept.itemId())
            .build(),
        new HandoverObjectDetails(text(object)));
  }

  private void submit(Order order, Agency agency, EndpointId sender, Actor actor) {
    var submission = submission(order, agency, sender);
    var digest = json.createArrayNode().add(order.authorisation().members());
    order.tasks().forEach(task -> digest.add(task.object().members()));
    desk.submitReserved(
        order.requestId(),
        order.tasks().stream().map(Task::itemId).toList(),
        agency,
        new Filled(
            submission,
            StrictJson.digest(json, digest),
            new IdempotencyKey("hi1:" + order.authorisation().id()),
            Channel.HI1),
        actor);
  }

  private Submission submission(Order order, Agency agency, EndpointId sender) {
    return OrderSubmission.of(order, agency.registration().name(), sender, clock.instant());
  }

  private String text(HandoverObject object) {
    try {
      return json.writeValueAsString(object.members());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Every tree can be written", impossible);
    }
  }
}
