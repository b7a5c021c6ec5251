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

  /** The values of a list of dictionary entries, such as flags. */
  List<String> entries(String name, String element) {
    JsonNode list = at(name, element);
    var values = new ArrayList<String>();
    if (list.isArray()) {
      list.forEach(entry -> values.add(entry.path("common:Value").asText()));
    } else if (list.isObject()) {
      values.add(list.path("common:Value").asText());
    }
    return values;
  }

  /** Without what it says, which belongs in no log line. */
  @Override
  public String toString() {
    return "HandoverObject[" + type + "]";
  }
}
