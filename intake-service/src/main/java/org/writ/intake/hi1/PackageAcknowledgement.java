package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.RequestStanding.Package;

/**
 * An agency's acknowledgement of its package: an UPDATE of our DeliveryObject. Pure.
 *
 * <p>Of a delivery the agency is the receiver, so it is the agency that says what became of it, as
 * in ETSI's profile for Regulation (EU) 2023/1543 (TS 104 144): {@code DeliveryStatus} {@code
 * Received} or {@code Acknowledged}. With it comes the SHA-256 of the package that it has, where
 * our DeliveryObject has ours: {@code Delivery/URL/Checksums/Checksum}. Other members may be left
 * out, or be as we showed them.
 *
 * @param requestId the request that the package is about
 * @param deliveryId of the package
 * @param sha256 of the package, hex
 */
record PackageAcknowledgement(String requestId, String deliveryId, String sha256) {

  /** Name of the only algorithm of checksums here. */
  static final String ALGORITHM = "SHA-256";

  /** The member in which a receiver says what became of a delivery. */
  static final String STATUS = "delivery:DeliveryStatus";

  private static final String DELIVERY = "delivery:Delivery";
  private static final String URL = "delivery:URL";
  private static final String CHECKSUMS = "delivery:Checksums";

  /** What names the object and its version, and what is looked at by itself. */
  private static final Set<String> APART =
      Set.of("@xsi:type", "ObjectIdentifier", "Generation", "LastChanged", STATUS, DELIVERY);

  /** The acknowledgement, or why it is none. */
  sealed interface Result {
    /** A sound one. */
    record Sound(PackageAcknowledgement acknowledgement) implements Result {}

    /** A change that is refused. */
    record Faulty(Refusal refusal) implements Result {}
  }

  /**
   * Reads what an agency wants to change of an object that we issued.
   *
   * @param changes the object as the agency sends it
   */
  static Result read(HandoverObject changes, Issued issued) {
    Package prepared = issued.standing().delivery();
    if (issued.kind() != DerivedId.Kind.DELIVERY || prepared == null) {
      return faulty(
          ErrorCode.NOT_SUPPORTED, "ObjectIdentifier: what the receiver issued cannot be changed");
    }
    if (changes.type() != ObjectType.DELIVERY) {
      return faulty(ErrorCode.IMPROPER_VALUE, "@xsi:type: the object is of another type");
    }
    Long seen = changes.generation();
    if (seen != null && seen != issued.shown().generation()) {
      return faulty(
          ErrorCode.STALE_GENERATION,
          "Generation: the object has changed; it is " + issued.shown().generation() + " now");
    }
    if (DeliveryStatus.of(issued.standing(), prepared).isFinal()) {
      return faulty(ErrorCode.FINAL_STATE, "ObjectIdentifier: the object is in a final state");
    }
    var refusal = status(changes);
    if (refusal == null) {
      refusal = unchanged(changes, issued.shown());
    }
    return refusal == null
        ? checksum(changes, issued.requestId(), prepared)
        : new Result.Faulty(refusal);
  }

  private static @Nullable Refusal status(HandoverObject changes) {
    if (changes.at(STATUS).isMissingNode()) {
      return ErrorCode.MISSING.with(STATUS + ": Received or Acknowledged");
    }
    String term = changes.text(STATUS, "common:Value").orElse("");
    if (term.equals(DeliveryStatus.ERROR.term())) {
      return ErrorCode.NOT_SUPPORTED.with(
          STATUS + ": Error is not served; fetch the package again, until it expires");
    }
    return term.equals(DeliveryStatus.RECEIVED.term())
            || term.equals(DeliveryStatus.ACKNOWLEDGED.term())
        ? null
        : ErrorCode.IMPROPER_VALUE.with(STATUS + ": must be Received or Acknowledged");
  }

  private static @Nullable Refusal unchanged(HandoverObject changes, Shown shown) {
    for (var member : changes.members().properties()) {
      if (!APART.contains(member.getKey())
          && !isSame(member.getValue(), shown.members().path(member.getKey()))) {
        return ErrorCode.IMPROPER_VALUE.with(member.getKey() + ": cannot be changed");
      }
    }
    JsonNode theirs = changes.at(DELIVERY).deepCopy();
    JsonNode ours = shown.members().path(DELIVERY);
    for (var member : theirs.properties()) {
      if (!member.getKey().equals(URL)) {
        return ErrorCode.IMPROPER_VALUE.with(DELIVERY + ": only the URL's Checksums are taken");
      }
    }
    if (theirs.path(URL) instanceof ObjectNode url) {
      url.remove(CHECKSUMS);
      for (var member : url.properties()) {
        if (!isSame(member.getValue(), ours.path(URL).path(member.getKey()))) {
          return ErrorCode.IMPROPER_VALUE.with(DELIVERY + ": only Checksums can be changed");
        }
      }
    }
    return null;
  }

  /** A number is the same whether it was read or written here. */
  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals(
        (left, right) ->
            left.equals(right)
                    || (left.isNumber()
                        && right.isNumber()
                        && left.decimalValue().compareTo(right.decimalValue()) == 0)
                ? 0
                : 1,
        other);
  }

  private static Result checksum(HandoverObject changes, String requestId, Package prepared) {
    List<String> said = new ArrayList<>();
    JsonNode list = changes.at(DELIVERY, URL, CHECKSUMS, "delivery:Checksum");
    Iterable<JsonNode> checksums = list.isObject() ? List.of(list) : list;
    for (JsonNode checksum : checksums) {
      if (!checksum.path("delivery:ChecksumAlgorithm").asText().equals(ALGORITHM)) {
        return faulty(ErrorCode.NOT_SUPPORTED, "ChecksumAlgorithm: only SHA-256 is served");
      }
      said.add(checksum.path("delivery:ChecksumValue").asText());
    }
    if (said.isEmpty()) {
      return faulty(
          ErrorCode.MISSING,
          "delivery:Delivery/delivery:URL/delivery:Checksums: the SHA-256 of the package that you"
              + " have");
    }
    return said.stream().allMatch(prepared.sha256()::equalsIgnoreCase)
        ? new Result.Sound(
            new PackageAcknowledgement(requestId, prepared.deliveryId(), prepared.sha256()))
        : faulty(
            ErrorCode.IMPROPER_VALUE,
            "ChecksumValue: is not the SHA-256 of this delivery's package");
  }

  private static Result faulty(ErrorCode code, String detail) {
    return new Result.Faulty(code.with(detail));
  }
}
