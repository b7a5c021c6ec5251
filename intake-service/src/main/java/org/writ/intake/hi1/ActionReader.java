package org.writ.intake.hi1;

import static org.writ.intake.hi1.Shape.Member.optional;
import static org.writ.intake.hi1.Shape.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Shape.Count;
import org.writ.intake.hi1.Shape.Formed;
import org.writ.intake.hi1.Shape.Struct;

/** Reads one action of a message. Pure. */
final class ActionReader {

  private static final String ID = "ActionIdentifier";
  private static final int MAX_ID = 1_000_000;

  /** {@code {namespace}Type}. */
  private static final Pattern XSI_TYPE =
      Pattern.compile("\\{http://uri\\.etsi\\.org/[A-Za-z0-9/._-]{1,150}\\}[A-Za-z]{1,60}");

  private static final Struct IDENTIFIER = Struct.of(required("Identifier", Formed.UUID));
  private static final Struct LIST =
      Struct.of(
          optional("ObjectType", Terms.ETSI_ENTRY),
          optional("LastChanged", Formed.TIME),
          optional(
              "LastChangedTimespan",
              Struct.of(optional("StartTime", Formed.TIME), optional("EndTime", Formed.TIME))),
          optional("MaximumObjectCount", new Count(1)),
          optional("Status", Terms.ETSI_ENTRY),
          optional("CountryCode", Formed.COUNTRY));

  private final String pointer;
  private final ShapeFaults message;

  /**
   * Reads at a place of a message.
   *
   * @param message where faults against the schema are noted
   */
  ActionReader(String pointer, ShapeFaults message) {
    this.pointer = pointer;
    this.message = message;
  }

  /** The action; empty after noting why the message cannot be read. */
  Optional<Action> read(JsonNode action) {
    JsonNode id = action.path(ID);
    if (!action.isObject()
        || !id.isIntegralNumber()
        || !id.canConvertToInt()
        || id.intValue() < 0
        || id.intValue() > MAX_ID) {
      message.invalid(pointer + "/" + ID, "must be a number from 0");
      return Optional.empty();
    }
    var verbs = Arrays.stream(Verb.values()).filter(verb -> action.has(verb.name())).toList();
    if (verbs.size() != 1 || action.size() != 2) {
      message.invalid(pointer, "must have one of the verbs " + List.of(Verb.values()));
      return Optional.empty();
    }
    Verb verb = verbs.getFirst();
    JsonNode content = action.path(verb.name());
    String place = pointer + "/" + verb;
    if (!content.isObject()) {
      message.invalid(place, "must be an object");
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (verb) {
          case GET -> get(id.intValue(), content, place);
          case LIST -> list(id.intValue(), content, place);
          case CREATE, UPDATE -> change(id.intValue(), verb, content, place);
          case DELIVER -> deliver(id.intValue(), content, place);
          case GETCSPCONFIG -> config(id.intValue(), content, place);
        });
  }

  private @Nullable Action get(int id, JsonNode content, String place) {
    return sound(IDENTIFIER, content, place)
        ? new Action.Get(id, uuid(content.path("Identifier")))
        : null;
  }

  private @Nullable Action config(int id, JsonNode content, String place) {
    return sound(Struct.of(), content, place) ? new Action.GetConfig(id) : null;
  }

  private @Nullable Action list(int id, JsonNode content, String place) {
    var faults = new ShapeFaults();
    LIST.check(content, place, faults);
    message.addAll(faults.ofSchema());
    if (!faults.ofSchema().none()) {
      return null;
    }
    JsonNode term = content.path("ObjectType").path("common:Value");
    var type = ObjectType.ofTerm(term.asText());
    if (term.isTextual() && type.isEmpty()) {
      faults.note(
          ErrorCode.NOT_SUPPORTED, place + "/ObjectType", "is a type that is not served here");
    }
    var refusal = faults.ofAction();
    if (refusal.isPresent()) {
      return new Action.Faulty(id, Verb.LIST, null, refusal.get());
    }
    JsonNode span = content.path("LastChangedTimespan");
    JsonNode since =
        content.has("LastChanged") ? content.path("LastChanged") : span.path("StartTime");
    JsonNode maximum = content.path("MaximumObjectCount");
    return new Action.ListObjects(
        id,
        type.orElse(null),
        time(since),
        time(span.path("EndTime")),
        maximum.isMissingNode() ? null : (Integer) (int) Math.min(maximum.longValue(), 1_000_000),
        text(content.path("Status").path("common:Value")),
        text(content.path("CountryCode")));
  }

  private @Nullable Action change(int id, Verb verb, JsonNode content, String place) {
    JsonNode object = content.path("HI1Object");
    if (content.size() != 1 || !object.isObject()) {
      message.invalid(place, "must have the member HI1Object and no other");
      return null;
    }
    var faults = new ShapeFaults();
    var read = object(object, place + "/HI1Object", faults);
    var refusal = faults.ofAction();
    if (refusal.isPresent()) {
      return new Action.Faulty(id, verb, known(object), refusal.get());
    }
    if (read == null) {
      return null;
    }
    return verb == Verb.CREATE ? new Action.Create(id, read) : new Action.Update(id, read);
  }

  private @Nullable Action deliver(int id, JsonNode content, String place) {
    JsonNode object = content.path("HI1Object");
    if (content.size() != 2 || !object.isObject()) {
      message.invalid(place, "must have the members Identifier and HI1Object and no other");
      return null;
    }
    Formed.UUID.check(content.path("Identifier"), place + "/Identifier", message);
    var faults = new ShapeFaults();
    var read = object(object, place + "/HI1Object", faults);
    if (read != null && !read.id().equals(uuid(content.path("Identifier")))) {
      faults.note(
          ErrorCode.IMPROPER_VALUE, place + "/Identifier", "must be the object's identifier");
    }
    var refusal = faults.ofAction();
    if (refusal.isPresent()) {
      return new Action.Faulty(id, Verb.DELIVER, known(object), refusal.get());
    }
    return read == null ? null : new Action.Deliver(id, read.id(), read);
  }

  /**
   * Reads an object: faults against the schema are the message's, all others go to the action's. An
   * object of a type that is not served is not looked into.
   */
  private @Nullable HandoverObject object(JsonNode object, String place, ShapeFaults faults) {
    String xsiType = object.path("@xsi:type").asText("");
    var type = ObjectType.ofXsiType(xsiType);
    if (type.isEmpty()) {
      if (XSI_TYPE.matcher(xsiType).matches()) {
        faults.note(
            ErrorCode.NOT_SUPPORTED, place + "/@xsi:type", "is a type that is not served here");
      } else {
        message.invalid(place + "/@xsi:type", "must be a type of the standard, {namespace}Type");
      }
      return null;
    }
    var found = new ShapeFaults();
    type.get().shape().check(object, place, found);
    message.addAll(found.ofSchema());
    faults.addAll(found.ofContent());
    return found.none()
        ? new HandoverObject(type.get(), (ObjectNode) type.get().shape().ordered(object))
        : null;
  }

  private boolean sound(Struct shape, JsonNode content, String place) {
    var faults = new ShapeFaults();
    shape.check(content, place, faults);
    message.addAll(faults);
    return faults.none();
  }

  private static @Nullable String known(JsonNode object) {
    var faults = new ShapeFaults();
    JsonNode id = object.path("ObjectIdentifier");
    Formed.UUID.check(id, "", faults);
    return faults.none() ? uuid(id) : null;
  }

  private static String uuid(JsonNode id) {
    return id.asText().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Instant time(JsonNode value) {
    return value.isTextual() ? OffsetDateTime.parse(value.textValue()).toInstant() : null;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : null;
  }
}
