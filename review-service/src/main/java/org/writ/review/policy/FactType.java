package org.writ.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a fact's value is, in a condition and in a rule's example. */
public enum FactType {
  /** A word of a vocabulary; in examples a string. */
  WORD(SimpleType.STRING, "a string"),
  /** Several words; in examples a list of strings. */
  WORDS(ListType.create(SimpleType.STRING), "a list of strings"),
  /** Yes or no; in examples {@code true} or {@code false}. */
  FLAG(SimpleType.BOOL, "true or false"),
  /** A number of things; in examples a whole number. */
  COUNT(SimpleType.INT, "a whole number"),
  /** A point in time, UTC; in examples a day (its first instant) or an RFC 3339 time. */
  TIME(SimpleType.TIMESTAMP, "a day such as 2026-11-20 or a time such as 2026-11-20T10:00:00Z");

  private final CelType celType;
  private final String inWords;

  FactType(CelType celType, String inWords) {
    this.celType = celType;
    this.inWords = inWords;
  }

  CelType celType() {
    return celType;
  }

  /**
   * Reads an example's value.
   *
   * @throws IllegalArgumentException if it is not of this type; the message says what was expected
   */
  Object read(JsonNode value) {
    return switch (this) {
      case WORD -> expect(value.isTextual(), value.asText());
      case FLAG -> expect(value.isBoolean(), value.asBoolean());
      case COUNT -> expect(value.isIntegralNumber(), value.asLong());
      case WORDS -> words(value);
      case TIME -> time(value);
    };
  }

  /**
   * Writes a value as the facts of a finding have it, always in the same way: several words with
   * commas between them, a point in time as its day if it is the day's first instant.
   */
  String write(Object value) {
    return switch (this) {
      case WORD, FLAG, COUNT -> value.toString();
      case WORDS ->
          ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining(","));
      case TIME -> write((Instant) value);
    };
  }

  private static String write(Instant time) {
    OffsetDateTime there = time.atOffset(ZoneOffset.UTC);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? there.toLocalDate().toString()
        : time.toString();
  }

  private List<String> words(JsonNode value) {
    expect(value.isArray(), value);
    var words = new ArrayList<String>();
    value.forEach(word -> words.add(expect(word.isTextual(), word.asText())));
    return List.copyOf(words);
  }

  private Instant time(JsonNode value) {
    expect(value.isTextual(), value);
    String text = value.asText();
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw mismatch();
    }
  }

  private <T> T expect(boolean matches, T value) {
    if (!matches) {
      throw mismatch();
    }
    return value;
  }

  private IllegalArgumentException mismatch() {
    return new IllegalArgumentException("expected " + inWords);
  }
}
