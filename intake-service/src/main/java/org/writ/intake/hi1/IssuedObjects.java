package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that we issue about a request: its package as a DeliveryObject; each question of the
 * reviewers, each status, and that an acknowledgement was refused, as a NotificationObject. Pure;
 * derived whenever somebody looks.
 */
final class IssuedObjects {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String requestId;
  private final RequestStanding standing;
  private final List<String> about;
  private final @Nullable String reference;
  private final EndpointId us;
  private final String deliveries;

  /**
   * About a request.
   *
   * @param about the agency's objects that it is made of
   * @param reference the agency's own; null if it gave none, or it is erased
   * @param us our end of the interface
   * @param deliveries where packages are fetched, such as {@code https://disclosure.example}
   */
  IssuedObjects(
      String requestId,
      RequestStanding standing,
      List<String> about,
      @Nullable String reference,
      EndpointId us,
      String deliveries) {
    this.requestId = requestId;
    this.standing = standing;
    this.about = about;
    this.reference = reference;
    this.us = us;
    this.deliveries = deliveries;
  }

  /** All of them, oldest first within their sort. */
  List<Issued> all() {
    var all = new ArrayList<Issued>();
    var steps = standing.steps();
    for (int number = 0; number < Math.min(steps.size(), DerivedId.NUMBERS); number++) {
      all.add(issued(DerivedId.Kind.STEP, number, step(number, steps.get(number))));
    }
    var questions = standing.questions();
    for (int number = 0; number < Math.min(questions.size(), DerivedId.NUMBERS); number++) {
      all.add(issued(DerivedId.Kind.QUESTION, number, question(number, questions.get(number))));
    }
    var prepared = standing.delivery();
    if (prepared != null) {
      var said = prepared.acknowledgement();
      if (said != null && said.refusal() != null) {
        all.add(issued(DerivedId.Kind.REFUSED_ACKNOWLEDGEMENT, 0, refused(said, said.refusal())));
      }
      all.add(issued(DerivedId.Kind.DELIVERY, 0, delivery(prepared)));
    }
    return all;
  }

  private Issued issued(DerivedId.Kind kind, int number, Shown shown) {
    return new Issued(shown, kind, number, requestId, standing);
  }

  private Shown step(int number, RequestStanding.Step step) {
    return notification(
        DerivedId.of(requestId, DerivedId.Kind.STEP, number),
        1,
        "StatusChange",
        "The request is now: " + step.status(),
        null,
        step.at(),
        step.at());
  }

  /** New while it waits for an answer; that it does not any more is a change of it. */
  private Shown question(int number, RequestStanding.Question question) {
    String words = question.words();
    var closedAt = question.closedAt();
    return notification(
        DerivedId.of(requestId, DerivedId.Kind.QUESTION, number),
        closedAt == null ? 1 : 2,
        "Clarification",
        words == null ? "The question is erased" : words,
        closedAt == null,
        question.at(),
        closedAt == null ? question.at() : closedAt);
  }

  private Shown refused(RequestStanding.Acknowledgement said, String reason) {
    return notification(
        DerivedId.of(requestId, DerivedId.Kind.REFUSED_ACKNOWLEDGEMENT, 0),
        said.changes(),
        "AcknowledgementRefused",
        "The acknowledgement of the package is not taken: " + reason,
        null,
        said.changedAt(),
        said.changedAt());
  }

  private Shown notification(
      String id,
      int generation,
      String type,
      String words,
      @Nullable Boolean isNew,
      Instant at,
      Instant changedAt) {
    ObjectNode members = base(ObjectType.NOTIFICATION, id, generation, changedAt);
    members.put("notification:NotificationDetails", words);
    members.set("notification:NotificationType", Terms.entry(Terms.WRIT, "NotificationType", type));
    if (isNew != null) {
      members.put("notification:NewNotification", isNew);
    }
    members.put("notification:NotificationTimestamp", time(at));
    return new Shown(ObjectType.NOTIFICATION, id, us, generation, null, changedAt, null, members);
  }

  /** Its generation rises with what is said of it, with each refusal of that, and with its end. */
  private Shown delivery(RequestStanding.Package prepared) {
    String id = DerivedId.of(requestId, DerivedId.Kind.DELIVERY, 0);
    var status = DeliveryStatus.of(standing, prepared);
    var said = prepared.acknowledgement();
    int generation = 1 + (said == null ? 0 : said.changes()) + (status.isFinal() ? 1 : 0);
    Instant changedAt = status.isFinal() || said == null ? standing.changedAt() : said.changedAt();
    ObjectNode members = base(ObjectType.DELIVERY, id, generation, changedAt);
    if (reference != null) {
      members.set("delivery:Reference", JSON.objectNode().put("delivery:LDID", reference));
    }
    members.put("delivery:DeliveryID", prepared.deliveryId());
    members.put("delivery:SequenceNumber", 1);
    members.put("delivery:LastSequence", true);
    members.set("delivery:Delivery", JSON.objectNode().set("delivery:URL", address(prepared)));
    members.set(
        "delivery:DeliveryStatus", Terms.entry(Terms.ETSI, "DeliveryStatus", status.term()));
    return new Shown(
        ObjectType.DELIVERY, id, us, generation, null, changedAt, status.term(), members);
  }

  private ObjectNode address(RequestStanding.Package prepared) {
    ObjectNode checksum =
        JSON.objectNode()
            .put("delivery:ChecksumAlgorithm", PackageAcknowledgement.ALGORITHM)
            .put("delivery:ChecksumValue", prepared.sha256());
    ObjectNode address =
        JSON.objectNode()
            .put(
                "delivery:URL", deliveries + "/v1/deliveries/" + prepared.deliveryId() + "/package")
            .put("delivery:ContentLength", prepared.size())
            .put("delivery:ContentType", "application/pkcs7-mime")
            .put("delivery:Expiry", time(prepared.expiresAt()));
    address.set(
        "delivery:Checksums",
        JSON.objectNode().set("delivery:Checksum", JSON.arrayNode().add(checksum)));
    return address;
  }

  private ObjectNode base(ObjectType type, String id, int generation, Instant at) {
    ObjectNode members =
        JSON.objectNode()
            .put("@xsi:type", type.xsiType())
            .put("ObjectIdentifier", id)
            .put("CountryCode", us.countryCode())
            .put("OwnerIdentifier", us.uniqueIdentifier())
            .put("Generation", generation);
    var links = JSON.arrayNode();
    about.forEach(links::add);
    members.set("AssociatedObjects", JSON.objectNode().set("AssociatedObject", links));
    members.put("LastChanged", time(at));
    return members;
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
