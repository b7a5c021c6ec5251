package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of the standard, as it was sent or is kept: {@code HI1Object}. Its members have passed
 * the check of their shape and stand in the standard's order. Not to be changed.
 *
 * @param type of the object
 * @param members all of them
 */
record HandoverObject(ObjectType type, ObjectNode members) {

  /** ObjectIdentifier, in lower case. */
  String id() {
    return members.path("ObjectIdentifier").asText("").toLowerCase(Locale.ROOT);
  }

  /** Generation; null if the object names none. */
  @Nullable Long generation() {
    JsonNode value = members.get("Generation");
    return value == null ? null : (Long) value.longValue();
  }

  /** The objects that it is linked to. */
  List<String> associated() {
    var ids = new ArrayList<String>();
    members
        .path("AssociatedObjects")
        .path("AssociatedObject")
        .forEach(id -> ids.add(id.asText().toLowerCase(Locale.ROOT)));
    return ids;
  }

  /** A text at a place below the object; empty if there is none. */
  Optional<String> text(String... path) {
    JsonNode value = at(path);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /** What stands at a place below the object; a missing node if nothing does. */
  JsonNode at(String... path) {
    JsonNode value = members;
    for (String name : path) {
      value = value.path(name);
    }
    return value;
  }

  /** The status that the sender asks for; empty if it asks for none. */
  Optional<String> desiredStatus() {
    return text(type.desiredStatusMember(), "common:Value");
  }

  /** A list of flags: the owner of each and its value, such as {@code ETSI IsEmergency}. */
  List<String> flags(String name, String element) {
    JsonNode list = at(name, element);
    Iterable<JsonNode> entries = list.isObject() ? List.of(list) : list;
    var flags = new ArrayList<String>();
    for (JsonNode entry : entries) {
      flags.add(entry.path("common:Owner").asText() + " " + entry.path("common:Value").asText());
    }
    return flags;
  }

  /** Without what it says, which belongs in no log line. */
  @Override
  public String toString() {
    return "HandoverObject[" + type + "]";
  }
}
