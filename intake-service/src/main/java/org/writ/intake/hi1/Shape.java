package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Text;

/**
 * What a part of a message looks like: the schema of TS 103 120 as far as it is served here. A
 * shape checks a value, and writes it with its members in the standard's order. Immutable.
 */
sealed interface Shape {

  /** Notes everything that is wrong with the value. */
  void check(JsonNode value, String pointer, ShapeFaults faults);

  /** The value with members in order; it must have passed the check. */
  default JsonNode ordered(JsonNode value) {
    return value;
  }

  /** A text. */
  record Words(Text rule) implements Shape {
    static final Words SHORT = new Words(Text.line(255));
    static final Words LONG = new Words(Text.lines(10_000));

    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      if (!value.isTextual()) {
        faults.invalid(pointer, "must be a string");
        return;
      }
      rule.faults(value.textValue()).forEach(fault -> faults.invalid(pointer, fault));
    }
  }

  /** A text of a fixed form. */
  enum Formed implements Shape {
    UUID("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "must be a UUID"),
    COUNTRY("[A-Z]{2}", "must be a country code of two capital letters"),
    MICROSECONDS(
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z",
        "must be a time in UTC with microseconds, such as 2019-09-30T13:37:00.000000Z"),
    TIME(
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})",
        "must be a time with its offset, such as 2019-09-30T12:00:00Z"),
    BASE64(
        "(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", "must be base64 text");

    private final Pattern syntax;
    private final String expectation;

    Formed(String syntax, String expectation) {
      this.syntax = Pattern.compile(syntax);
      this.expectation = expectation;
    }

    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      if (!value.isTextual() || !syntax.matcher(value.textValue()).matches() || !exists(value)) {
        faults.invalid(pointer, expectation);
      }
    }

    /** Whether a time that has the right form is one: there is no 30th of February. */
    private boolean exists(JsonNode value) {
      if (this != TIME && this != MICROSECONDS) {
        return true;
      }
      try {
        OffsetDateTime.parse(value.textValue());
        return true;
      } catch (DateTimeException noTime) {
        return false;
      }
    }
  }

  /** A whole number. */
  record Count(long min) implements Shape {
    private static final long MAX = 1_000_000_000_000L;

    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      if (!value.isIntegralNumber()
          || !value.canConvertToLong()
          || value.longValue() < min
          || value.longValue() > MAX) {
        faults.invalid(pointer, "must be a whole number of at least %d".formatted(min));
      }
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      if (!value.isBoolean()) {
        faults.invalid(pointer, "must be true or false");
      }
    }
  }

  /** Elements of one shape. */
  record Many(Shape element, int max) implements Shape {
    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      if (!value.isArray() || value.isEmpty() || value.size() > max) {
        faults.invalid(pointer, "must be an array of 1 to %d elements".formatted(max));
        return;
      }
      for (int index = 0; index < value.size(); index++) {
        element.check(value.get(index), pointer + "/" + index, faults);
      }
    }

    @Override
    public JsonNode ordered(JsonNode value) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(one -> copy.add(element.ordered(one)));
      return copy;
    }
  }

  /** One of several shapes; which one, is told by the kind of JSON value and by the members. */
  record Either(Shape first, Shape second) implements Shape {
    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      fitting(value).check(value, pointer, faults);
    }

    @Override
    public JsonNode ordered(JsonNode value) {
      return fitting(value).ordered(value);
    }

    private Shape fitting(JsonNode value) {
      var trial = new ShapeFaults();
      second.check(value, "", trial);
      return trial.ofSchema().none() ? second : first;
    }
  }

  /** An object. */
  record Struct(List<Member> members) implements Shape {

    static Struct of(Member... members) {
      return new Struct(List.of(members));
    }

    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      if (!value.isObject()) {
        faults.invalid(pointer, "must be an object");
        return;
      }
      for (Member member : members) {
        member.check(value.get(member.name()), pointer + "/" + member.name(), faults);
      }
      var known = members.stream().map(Member::name).collect(Collectors.toSet());
      if (value.properties().stream().anyMatch(member -> !known.contains(member.getKey()))) {
        // Its name is not repeated: nobody knows what it says.
        faults.invalid(pointer, "has a member that the standard does not know there");
      }
    }

    @Override
    public JsonNode ordered(JsonNode value) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Member member : members) {
        JsonNode part = value.get(member.name());
        if (part != null) {
          copy.set(member.name(), member.shape().ordered(part));
        }
      }
      return copy;
    }
  }

  /**
   * A dictionary's value that decides something here: what another owner means by the same word is
   * not known.
   *
   * @param owners whose dictionaries are served
   */
  record ValueOf(Set<String> owners) implements Shape {
    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      Terms.ENTRY.check(value, pointer, faults);
      JsonNode owner = value.path("common:Owner");
      if (owner.isTextual() && !owners.contains(owner.textValue())) {
        faults.note(ErrorCode.NOT_SUPPORTED, pointer, "is of a dictionary that is not served here");
      }
    }

    @Override
    public JsonNode ordered(JsonNode value) {
      return Terms.ENTRY.ordered(value);
    }
  }

  /**
   * What national profiles fill in: bounded, its texts sound, its member names as in the standard.
   */
  record Free() implements Shape {
    private static final Pattern NAME =
        Pattern.compile("@?(?:[A-Za-z0-9]{1,30}:)?[A-Za-z0-9]{1,80}");
    private static final int MAX_ELEMENTS = 200;

    @Override
    public void check(JsonNode value, String pointer, ShapeFaults faults) {
      switch (value.getNodeType()) {
        case STRING -> Words.LONG.check(value, pointer, faults);
        case BOOLEAN, NUMBER -> {}
        case ARRAY, OBJECT -> {
          if (value.size() > MAX_ELEMENTS) {
            faults.invalid(pointer, "must have at most %d parts".formatted(MAX_ELEMENTS));
          } else {
            if (value.properties().stream()
                .anyMatch(member -> !NAME.matcher(member.getKey()).matches())) {
              faults.invalid(pointer, "has a member whose name is none of the standard's");
            }
            value.forEach(part -> check(part, pointer, faults));
          }
        }
        case NULL, MISSING, BINARY, POJO -> faults.invalid(pointer, "must not hold null");
      }
    }
  }

  /**
   * A member of an object.
   *
   * @param name as in JSON, with its prefix
   * @param shape of its value
   * @param use what it is for
   */
  record Member(String name, Shape shape, Use use) {

    /** How a member is used here. */
    enum Use {
      /** The schema asks for it. */
      REQUIRED,
      /** It may be absent. */
      OPTIONAL,
      /** Only the receiver sets it. */
      RECEIVERS,
      /** The standard has it and this system does not serve it. */
      UNSERVED
    }

    static Member required(String name, Shape shape) {
      return new Member(name, shape, Use.REQUIRED);
    }

    static Member optional(String name, Shape shape) {
      return new Member(name, shape, Use.OPTIONAL);
    }

    static Member receivers(String name, Shape shape) {
      return new Member(name, shape, Use.RECEIVERS);
    }

    static Member unserved(String name) {
      return new Member(name, new Free(), Use.UNSERVED);
    }

    void check(@Nullable JsonNode value, String pointer, ShapeFaults faults) {
      if (value == null) {
        if (use == Use.REQUIRED) {
          faults.invalid(pointer, "is required");
        }
        return;
      }
      shape.check(value, pointer, faults);
      switch (use) {
        case RECEIVERS ->
            faults.note(
                ErrorCode.STATUS_SET_BY_SENDER,
                pointer,
                "is set by the receiver, never by the sender");
        case UNSERVED -> faults.note(ErrorCode.NOT_SUPPORTED, pointer, "is not served here");
        case REQUIRED, OPTIONAL -> {}
      }
    }
  }
}
