package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object as an agency sees it.
 *
 * @param type of the object
 * @param id its ObjectIdentifier
 * @param owner whose it is
 * @param generation as of now
 * @param externalIdentifier the owner's own; null if it gave none
 * @param lastChanged when it changed last
 * @param status by the standard's name; null if it has none
 * @param members all of it, in the standard's order
 */
record Shown(
    ObjectType type,
    String id,
    EndpointId owner,
    long generation,
    @Nullable String externalIdentifier,
    Instant lastChanged,
    @Nullable String status,
    ObjectNode members) {

  /** An agency's own object with what the receiver adds to it. */
  static Shown of(Known known) {
    var object = known.object();
    ObjectNode members = object.members().deepCopy();
    members.put("Generation", known.generation());
    members.put("LastChanged", IssuedObjects.time(known.lastChanged()));
    var status = known.status();
    var type = object.type();
    if (status != null) {
      members.set(
          type.statusMember(), Terms.entry(Terms.ETSI, type.statusDictionary(), status.term()));
      reason(known, members);
    }
    return new Shown(
        type,
        object.id(),
        new EndpointId(
            members.path("CountryCode").asText(), members.path("OwnerIdentifier").asText()),
        known.generation(),
        object.text("ExternalIdentifier").orElse(null),
        known.lastChanged(),
        status == null ? null : status.term(),
        (ObjectNode) type.shape().ordered(members));
  }

  private static void reason(Known known, ObjectNode members) {
    var standing = known.standing();
    String itemId = known.itemId();
    if (standing == null || itemId == null) {
      return;
    }
    var item = standing.items().get(itemId);
    String ground = item == null ? null : item.ground();
    if (ground != null) {
      members.put("task:StatusReason", ground);
    }
    var until = standing.preservedUntil();
    if (until != null && known.object().type() == ObjectType.LP_TASK) {
      members.put("task:PreservationExpiration", IssuedObjects.time(until));
    }
  }

  /** The record of a list. */
  ObjectNode listed() {
    ObjectNode listed = JsonNodeFactory.instance.objectNode();
    listed.set("ObjectType", Terms.entry(Terms.ETSI, "ObjectType", type.term()));
    listed.put("Identifier", id);
    listed.put("CountryCode", owner.countryCode());
    listed.put("OwnerIdentifier", owner.uniqueIdentifier());
    listed.put("Generation", generation);
    if (externalIdentifier != null) {
      listed.put("ExternalIdentifier", externalIdentifier);
    }
    listed.put("LastChanged", IssuedObjects.time(lastChanged));
    return listed;
  }
}
