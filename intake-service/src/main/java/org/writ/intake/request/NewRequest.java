package org.writ.intake.request;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedIdentifier;
import org.writ.events.intake.RequestedItem;
import org.writ.intake.agency.Agency;
import org.writ.intake.deadline.Deadline;
import org.writ.intake.deadline.WorkCalendar;
import org.writ.intake.fingerprint.Fingerprints;
import org.writ.intake.fingerprint.Fingerprints.OrderedItem;
import org.writ.intake.request.Submission.DataType;
import org.writ.intake.request.Submission.Item;
import org.writ.intake.request.Submission.UserNotice;

/**
 * Everything that a new request is made of.
 *
 * @param agency whose request it is
 * @param submission what it asks for
 * @param itemIds an id for each item, in order
 * @param prints what it is found by
 * @param bodyDigest SHA-256 (hex) of the canonical body
 * @param channel how it came
 */
record NewRequest(
    Agency agency,
    Submission submission,
    List<String> itemIds,
    Prints prints,
    String bodyDigest,
    Channel channel) {

  /**
   * Keyed fingerprints of a submission, see {@link Fingerprints}.
   *
   * @param idempotencyKey of the agency's idempotency key
   * @param order of agency, reference and items
   * @param sender of the officer's mail address
   * @param identifiers of each item's identifier, in order
   */
  record Prints(String idempotencyKey, String order, String sender, List<String> identifiers) {

    /** The fingerprints of a submission under a key. */
    static Prints of(
        Fingerprints fingerprints, String agency, Submission submission, IdempotencyKey key) {
      return new Prints(
          fingerprints.idempotencyKey(agency, key.value()),
          fingerprints.order(
              agency,
              submission.reference(),
              submission.items().stream().map(Prints::ordered).toList()),
          fingerprints.sender(submission.officer().email()),
          submission.items().stream()
              .map(Item::identifier)
              .map(
                  identifier ->
                      fingerprints.identifier(
                          identifier.type().name(), identifier.canonicalValue()))
              .toList());
    }

    private static OrderedItem ordered(Item item) {
      return new OrderedItem(
          item.identifier().type().name(),
          item.identifier().canonicalValue(),
          item.from(),
          item.to(),
          item.dataTypes().stream().map(Enum::name).toList());
    }
  }

  boolean isEmergency() {
    return submission.process() == Submission.Process.EMERGENCY;
  }

  /** The same request of the agency as it is on file now. */
  NewRequest of(Agency current) {
    return new NewRequest(current, submission, itemIds, prints, bodyDigest, channel);
  }

  /**
   * Pure: the first event of the request. What is about persons goes into the part that is sealed.
   */
  NewEvent decide(Circumstances circumstances) {
    return NewEvent.sealed(submitted(circumstances), details());
  }

  private RequestSubmitted submitted(Circumstances circumstances) {
    var receivedAt = circumstances.receivedAt();
    var deadline = deadline(receivedAt);
    var authority = submission.issuingAuthority();
    var registration = agency.registration();
    UserNotice notice = submission.userNotice();
    return RequestSubmitted.newBuilder()
        .setAgency(agency.id())
        .setAgencyName(registration.name())
        .setCountry(registration.country())
        .setProcess(submission.process().name())
        .setRegime(submission.regime().name())
        .setIssuingAuthorityType(authority.type().name())
        .setIssuingAuthorityCountry(authority.country())
        .setIssuedOn(submission.issuedOn())
        .setValidUntil(submission.validUntil())
        .setOffenceCategory(submission.offence().category().name())
        .setSuspectConfirmed(submission.suspectConfirmed())
        .setItems(items())
        .setNoticeDelayUntil(notice == null ? null : notice.delayUntil())
        .setReceivedAt(receivedAt)
        .setDueAt(deadline.dueAt())
        .setDeadlineRule(deadline.rule())
        .setObjectionUntil(deadline.objectionUntil())
        .setClarificationStopsClock(deadline.waitsForClarification())
        .setRecipientCertificate(ByteBuffer.wrap(agency.certificate().der()))
        .setIdempotencyKeyHash(prints.idempotencyKey())
        .setChannel(channel.name())
        .setCallBackPhone(registration.callBackPhone())
        .setDuplicateOf(circumstances.before().first())
        .setOrderPlace(circumstances.before().count())
        .setEmergency(circumstances.emergency())
        .setOrderFingerprint(prints.order())
        .setSenderFingerprint(prints.sender())
        .build();
  }

  private Deadline deadline(Instant receivedAt) {
    var registration = agency.registration();
    var hours = registration.officeHours();
    return Deadline.of(
        new Deadline.Order(
            submission.regime().name(), submission.process().name(), asksForMoreThanIdentity()),
        receivedAt,
        WorkCalendar.of(registration.country(), hours == null ? null : hours.timeZone()));
  }

  private boolean asksForMoreThanIdentity() {
    return submission.items().stream()
        .flatMap(item -> item.dataTypes().stream())
        .anyMatch(type -> type == DataType.CONTENT || type == DataType.TRAFFIC);
  }

  private List<RequestedItem> items() {
    var items = new ArrayList<RequestedItem>(itemIds.size());
    for (int index = 0; index < itemIds.size(); index++) {
      Item item = submission.items().get(index);
      items.add(
          new RequestedItem(
              itemIds.get(index),
              item.identifier().type().name(),
              item.dataTypes().stream().map(Enum::name).toList(),
              item.from(),
              item.to(),
              prints.identifiers().get(index)));
    }
    return items;
  }

  private RequestDetails details() {
    var identifiers = new ArrayList<RequestedIdentifier>(itemIds.size());
    for (int index = 0; index < itemIds.size(); index++) {
      var identifier = submission.items().get(index).identifier();
      identifiers.add(new RequestedIdentifier(itemIds.get(index), identifier.value()));
    }
    var officer = submission.officer();
    return RequestDetails.newBuilder()
        .setReference(submission.reference())
        .setIssuingAuthorityName(submission.issuingAuthority().name())
        .setStatute(submission.offence().statute())
        .setDescription(submission.offence().description())
        .setIdentifiers(identifiers)
        .setOfficerName(officer.name())
        .setOfficerEmail(officer.email())
        .setOfficerPhone(officer.phone())
        .setNoticeReason(noticeReason(submission.userNotice()))
        .setBodyDigest(bodyDigest)
        .build();
  }

  private static @Nullable String noticeReason(@Nullable UserNotice notice) {
    return notice == null ? null : notice.reason();
  }
}
