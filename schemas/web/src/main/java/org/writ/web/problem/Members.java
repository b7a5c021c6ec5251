package org.writ.web.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, asked for one by one. Each question gives the value, or null
 * after noting what is wrong with it; {@link #refuseOthers} notes the members that nobody asked
 * for. Not thread-safe.
 */
public final class Members {

  private final JsonNode object;
  private final String pointer;
  private final Faults faults;
  private final Set<String> asked = new HashSet<>();

  private Members(JsonNode object, String pointer, Faults faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** The members of a value that has to be an object; null after noting that it is none. */
  public static @Nullable Members of(JsonNode value, String pointer, Faults faults) {
    if (value.isObject()) {
      return new Members(value, pointer, faults);
    }
    faults.add(pointer, "must be an object");
    return null;
  }

  /** Pointer to a member. */
  public String pointer(String name) {
    return pointer + "/" + Text.printable(name).replace("~", "~0").replace("/", "~1");
  }

  /** Notes a fault of a member that has the right form and the wrong content. */
  public void fault(String name, String detail) {
    faults.add(pointer(name), detail);
  }

  /** A text that has to be there. */
  public @Nullable String text(String name, Text rule) {
    JsonNode value = required(name);
    return value == null ? null : asText(value, name, rule);
  }

  /** A text that may be absent. */
  public @Nullable String optionalText(String name, Text rule) {
    JsonNode value = optional(name);
    return value == null ? null : asText(value, name, rule);
  }

  /** One of the names of an enum. */
  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
    JsonNode value = required(name);
    return value == null ? null : choice(value, pointer(name), choices, faults);
  }

  /** One of some names of an enum. */
  public <E extends Enum<E>> @Nullable E choice(String name, Set<E> choices) {
    JsonNode value = required(name);
    return value == null ? null : choice(value, pointer(name), choices, faults);
  }

  /** One of the names of an enum, at any place. */
  public static <E extends Enum<E>> @Nullable E choice(
      JsonNode value, String pointer, Class<E> choices, Faults faults) {
    return choice(value, pointer, EnumSet.allOf(choices), faults);
  }

  private static <E extends Enum<E>> @Nullable E choice(
      JsonNode value, String pointer, Set<E> choices, Faults faults) {
    for (E choice : choices) {
      if (value.isTextual() && choice.name().equals(value.textValue())) {
        return choice;
      }
    }
    faults.add(
        pointer,
        "must be one of " + choices.stream().map(Enum::name).collect(Collectors.joining(", ")));
    return null;
  }

  /** {@code true} or {@code false}. */
  public @Nullable Boolean flag(String name) {
    JsonNode value = required(name);
    if (value == null || value.isBoolean()) {
      return value == null ? null : (Boolean) value.booleanValue();
    }
    fault(name, "must be true or false");
    return null;
  }

  /** A whole number from {@code min} to {@code max}. */
  public @Nullable Integer whole(String name, int min, int max) {
    JsonNode value = required(name);
    if (value == null) {
      return null;
    }
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      int number = value.intValue();
      if (number >= min && number <= max) {
        return number;
      }
    }
    fault(name, "must be a whole number from %d to %d".formatted(min, max));
    return null;
  }

  /** A day such as {@code 2026-11-20}. */
  public @Nullable LocalDate date(String name) {
    JsonNode value = required(name);
    return value == null ? null : asDate(value, name);
  }

  /** A day that may be absent. */
  public @Nullable LocalDate optionalDate(String name) {
    JsonNode value = optional(name);
    return value == null ? null : asDate(value, name);
  }

  /**
   * A time in UTC that may be absent, such as {@code 2026-05-01T00:00:00Z}. Data is held by the
   * millisecond; a finer bound is moved to the next one, where it divides the same records.
   */
  public @Nullable Instant optionalTime(String name) {
    JsonNode value = optional(name);
    if (value == null) {
      return null;
    }
    try {
      if (value.isTextual()) {
        var time = OffsetDateTime.parse(value.textValue());
        if (time.getOffset().equals(ZoneOffset.UTC)) {
          return time.toInstant()
              .plusNanos(ChronoUnit.MILLIS.getDuration().toNanos() - 1)
              .truncatedTo(ChronoUnit.MILLIS);
        }
      }
    } catch (DateTimeException notATime) {
      // Falls through to the same answer as any other value that is no time.
    }
    fault(name, "must be a time in UTC (RFC 3339), such as 2026-05-01T00:00:00Z");
    return null;
  }

  /** An object that has to be there. */
  public @Nullable Members object(String name) {
    JsonNode value = required(name);
    return value == null ? null : of(value, pointer(name), faults);
  }

  /** An object that may be absent. */
  public @Nullable Members optionalObject(String name) {
    JsonNode value = optional(name);
    return value == null ? null : of(value, pointer(name), faults);
  }

  /** An array that has between one and {@code max} elements. */
  public @Nullable JsonNode array(String name, int max) {
    JsonNode value = required(name);
    if (value == null) {
      return null;
    }
    if (value.isArray() && !value.isEmpty() && value.size() <= max) {
      return value;
    }
    fault(name, "must be an array of 1 to %d elements".formatted(max));
    return null;
  }

  /**
   * Whether a member that has to be there is an array, however long; its elements are read
   * elsewhere.
   *
   * @param max for the words of the fault
   */
  public boolean isArray(String name, int max) {
    JsonNode value = required(name);
    if (value != null && !value.isArray()) {
      fault(name, "must be an array of 1 to %d elements".formatted(max));
    }
    return value != null && value.isArray();
  }

  /** An array of at most {@code max} elements that may be absent or empty. */
  public @Nullable JsonNode optionalArray(String name, int max) {
    JsonNode value = optional(name);
    if (value == null || (value.isArray() && value.size() <= max)) {
      return value;
    }
    fault(name, "must be an array of at most %d elements".formatted(max));
    return null;
  }

  /** Notes every member that was not asked for. */
  public void refuseOthers() {
    for (var member : object.properties()) {
      if (!asked.contains(member.getKey())) {
        fault(member.getKey(), "is not known here");
      }
    }
  }

  private @Nullable JsonNode required(String name) {
    JsonNode value = optional(name);
    if (value == null) {
      fault(name, "is required");
    }
    return value;
  }

  private @Nullable JsonNode optional(String name) {
    asked.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private @Nullable String asText(JsonNode value, String name, Text rule) {
    if (!value.isTextual()) {
      fault(name, "must be a string");
      return null;
    }
    var wrong = rule.faults(value.textValue());
    wrong.forEach(detail -> fault(name, detail));
    return wrong.isEmpty() ? value.textValue() : null;
  }

  private @Nullable LocalDate asDate(JsonNode value, String name) {
    try {
      if (value.isTextual()) {
        return LocalDate.parse(value.textValue());
      }
    } catch (DateTimeException notADay) {
      // Falls through to the same answer as any other value that is no day.
    }
    fault(name, "must be a day, such as 2026-11-20");
    return null;
  }
}
