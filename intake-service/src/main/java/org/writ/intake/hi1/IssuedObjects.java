package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;

/**
 * The objects that we issue about a request: its package as a DeliveryObject, each question of the
 * reviewers and each status as a NotificationObject. Pure; derived whenever somebody looks.
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
  List<Shown> all() {
    var all = new ArrayList<Shown>();
    var steps = standing.steps();
    for (int number = 0; number < Math.min(steps.size(), DerivedId.NUMBERS); number++) {
      all.add(step(number, steps.get(number)));
    }
    var questions = standing.questions();
    for (int number = 0; number < Math.min(questions.size(), DerivedId.NUMBERS); number++) {
      all.add(question(number, questions.get(number)));
    }
    var delivery = standing.delivery();
    if (delivery != null) {
      all.add(delivery(delivery));
    }
    return all;
  }

  private Shown step(int number, RequestStanding.Step step) {
    return notification(
        DerivedId.of(requestId, DerivedId.Kind.STEP, number),
        "StatusChange",
        "The request is now: " + step.status(),
        step.at());
  }

  private Shown question(int number, RequestStanding.Question question) {
    String words = question.words();
    return notification(
        DerivedId.of(requestId, DerivedId.Kind.QUESTION, number),
        "Clarification",
        words == null ? "The question is erased" : words,
        question.at());
  }

  private Shown notification(String id, String type, String words, Instant at) {
    ObjectNode members = base(ObjectType.NOTIFICATION, id, 1, at);
    members.put("notification:NotificationDetails", words);
    members.set("notification:NotificationType", Terms.entry(Terms.WRIT, "NotificationType", type));
    members.put("notification:NotificationTimestamp", time(at));
    return new Shown(ObjectType.NOTIFICATION, id, us, 1, null, at, null, members);
  }

  private Shown delivery(RequestStanding.Package prepared) {
    String id = DerivedId.of(requestId, DerivedId.Kind.DELIVERY, 0);
    var at = since(RequestStatus.AVAILABLE);
    String status =
        switch (standing.status()) {
          case DELIVERED -> "Acknowledged";
          case EXPIRED -> "Expired";
          default -> "Available";
        };
    int generation = status.equals("Available") ? 1 : 2;
    ObjectNode members = base(ObjectType.DELIVERY, id, generation, at);
    if (reference != null) {
      members.set("delivery:Reference", JSON.objectNode().put("delivery:LDID", reference));
    }
    members.put("delivery:DeliveryID", prepared.deliveryId());
    members.put("delivery:SequenceNumber", 1);
    members.put("delivery:LastSequence", true);
    members.set("delivery:Delivery", JSON.objectNode().set("delivery:URL", address(prepared)));
    members.set("delivery:DeliveryStatus", Terms.entry(Terms.ETSI, "DeliveryStatus", status));
    return new Shown(
        ObjectType.DELIVERY, id, us, generation, null, standing.changedAt(), status, members);
  }

  private ObjectNode address(RequestStanding.Package prepared) {
    ObjectNode checksum =
        JSON.objectNode()
            .put("delivery:ChecksumAlgorithm", "SHA-256")
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

  private Instant since(RequestStatus status) {
    return standing.steps().stream()
        .filter(step -> step.status() == status)
        .map(RequestStanding.Step::at)
        .findFirst()
        .orElse(standing.changedAt());
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
