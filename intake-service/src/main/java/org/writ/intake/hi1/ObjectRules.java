package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a single object must keep to when it is created. Pure. */
final class ObjectRules {

  /** What a sender may wish an object to become, besides taking it back. */
  private static final Set<String> WISHES =
      Set.of("SubmittedToCSP", "Approved", "AwaitingDisclosure", "AwaitingPreservation");

  private ObjectRules() {}

  /** What holds for objects of every type. */
  static @Nullable Refusal common(HandoverObject object, EndpointId sender) {
    if (saysWhatBecameOfIt(object)) {
      return ErrorCode.STATUS_SET_BY_SENDER.with(
          PackageAcknowledgement.STATUS + ": is set by the receiver of a delivery");
    }
    if (!object.text("CountryCode").orElse(sender.countryCode()).equals(sender.countryCode())
        || !object
            .text("OwnerIdentifier")
            .orElse(sender.uniqueIdentifier())
            .equals(sender.uniqueIdentifier())) {
      return ErrorCode.IMPROPER_VALUE.with("OwnerIdentifier: an object belongs to its sender");
    }
    Long generation = object.generation();
    if (generation != null && generation != 1) {
      return ErrorCode.IMPROPER_VALUE.with("Generation: begins with 1");
    }
    var wish = object.desiredStatus();
    if (wish.isPresent() && !WISHES.contains(wish.get())) {
      return ErrorCode.IMPROPER_VALUE.with(
          object.type().desiredStatusMember() + ": not for an object that is created");
    }
    return null;
  }

  /** Whether a delivery of the agency's own has the status that its receiver gives it. */
  static boolean saysWhatBecameOfIt(HandoverObject object) {
    return object.members().has(PackageAcknowledgement.STATUS);
  }

  /** What holds for an Authorisation. */
  static @Nullable Refusal authorisation(HandoverObject object, HandoverRules.Context context) {
    if (!LegalBasis.FLAGS.containsAll(LegalBasis.flags(object))) {
      return ErrorCode.NOT_SUPPORTED.with(
          "auth:AuthorisationFlags: only "
              + LegalBasis.FLAGS.stream().sorted().toList()
              + " are served; there are no tests here, every Authorisation counts");
    }
    var start = object.text("auth:AuthorisationTimespan", "auth:StartTime");
    var end = object.text("auth:AuthorisationTimespan", "auth:EndTime");
    if (start.isPresent()
        && end.isPresent()
        && !OffsetDateTime.parse(end.get()).isAfter(OffsetDateTime.parse(start.get()))) {
      return ErrorCode.IMPROPER_VALUE.with("auth:AuthorisationTimespan: ends after its start");
    }
    return forUs(object.at("auth:AuthorisationCSPID"), context.us())
        ? ApprovalRules.ofAuthorisation(object, context)
        : ErrorCode.IMPROPER_VALUE.with("auth:AuthorisationCSPID: must name the receiver");
  }

  /** What holds for a task of an Authorisation. */
  static @Nullable Refusal task(
      HandoverObject task, HandoverObject authorisation, HandoverRules.Context context) {
    if (!LegalBasis.allows(authorisation, task.type())) {
      return ErrorCode.IMPROPER_VALUE.with(
          "@xsi:type: the legal type of the Authorisation allows no such task");
    }
    if (!task.flags("task:Flags", "task:LDTaskFlag").isEmpty()) {
      return ErrorCode.NOT_SUPPORTED.with("task:Flags: no flag of a task is served");
    }
    if (!forUs(task.at("task:CSPID"), context.us())) {
      return ErrorCode.IMPROPER_VALUE.with("task:CSPID: must name the receiver");
    }
    if (PreservationWish.of(task).filter(wish -> !wish.isAfter(context.now())).isPresent()) {
      return ErrorCode.IMPROPER_VALUE.with(PreservationWish.MEMBER + ": must be in the future");
    }
    return switch (TaskDetails.read(task, context.now())) {
      case TaskDetails.Result.Sound _ -> ApprovalRules.ofTask(task, context);
      case TaskDetails.Result.Faulty(Refusal refusal) -> refusal;
    };
  }

  /** The object with its owner's name on it, and without what only the receiver says. */
  static HandoverObject owned(HandoverObject object, EndpointId owner) {
    ObjectNode members = object.members().deepCopy();
    members.put("ObjectIdentifier", object.id());
    members.put("CountryCode", owner.countryCode());
    members.put("OwnerIdentifier", owner.uniqueIdentifier());
    members.remove(List.of("Generation", "LastChanged"));
    PaperContent.strip(members);
    return new HandoverObject(object.type(), (ObjectNode) object.type().shape().ordered(members));
  }

  private static boolean forUs(JsonNode node, EndpointId us) {
    var named = new ArrayList<EndpointId>();
    collect(node, named);
    return named.stream().allMatch(us::equals);
  }

  private static void collect(JsonNode node, List<EndpointId> found) {
    if (node.has("UniqueIdentifier")) {
      found.add(
          new EndpointId(
              node.path("CountryCode").asText(), node.path("UniqueIdentifier").asText()));
    } else {
      node.forEach(part -> collect(part, found));
    }
  }
}
