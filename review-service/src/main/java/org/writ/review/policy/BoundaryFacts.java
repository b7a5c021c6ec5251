package org.writ.review.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tries a condition on the facts at the edges of what requests say, so that a rule that some
 * request leaves without an answer is refused before it counts: of a policy that counts, such a
 * request could open no case. Pure; the same condition is always tried on the same facts.
 *
 * <p>Tried are, of each fact that the condition refers to, what is nothing (zero, false, no word),
 * a word of no vocabulary, the most and the latest, and what the condition itself compares with;
 * and all of them with all others, or a choice where these are too many. What is not known has the
 * value that it has then in a request ({@link Fact#knownBy}).
 */
final class BoundaryFacts {

  private static final String WORD_OF_TOMORROW = "A_WORD_OF_TOMORROW";

  /** More than a request can have of anything, in items or days. */
  private static final long MOST = 10_000_000;

  /** Intake takes no time before the first one, and none that is years ahead. */
  private static final List<Instant> TIMES =
      List.of(
          Instant.EPOCH,
          Instant.parse("2026-11-20T12:00:00Z"),
          Instant.parse("2199-12-31T00:00:00Z"));

  /** What is never zero. */
  private static final Set<Fact> ONE_AT_LEAST =
      EnumSet.of(
          Fact.ITEM_COUNT, Fact.MOST_ITEMS, Fact.MOST_PERIOD_DAYS, Fact.NOTICE_DELAY_MOST_DAYS);

  private final List<Fact> facts;
  private final List<List<Object>> values;

  private BoundaryFacts(Condition condition, Scope scope) {
    this.facts =
        Fact.of(scope).stream().filter(fact -> condition.refersTo(Set.of(fact.word()))).toList();
    this.values = facts.stream().map(fact -> values(fact, condition)).toList();
  }

  /**
   * What the condition has no answer for.
   *
   * @param most how many sets of facts it is tried on; 0: on none
   * @return which facts, and why, in words; empty if it has an answer for each
   */
  static Optional<String> withoutAnswer(Condition condition, Scope scope, int most) {
    return new BoundaryFacts(condition, scope)
        .rows(most)
        .flatMap(row -> withoutAnswer(condition, row).stream())
        .findFirst();
  }

  private static Optional<String> withoutAnswer(Condition condition, Map<Fact, Object> row) {
    var words = new HashMap<String, Object>();
    row.forEach((fact, value) -> words.put(fact.word(), value));
    try {
      condition.holds(words);
      return Optional.empty();
    } catch (Condition.Unanswerable e) {
      return Optional.of("has no answer for %s: %s".formatted(inWords(row), e.getMessage()));
    }
  }

  private static String inWords(Map<Fact, Object> row) {
    return row.isEmpty()
        ? "any request"
        : row.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey().word() + " " + inWords(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String inWords(Fact fact, Object value) {
    String written = fact.type().write(value);
    return written.isEmpty() ? "(empty)" : written;
  }

  private Stream<Map<Fact, Object>> rows(int most) {
    long all = 1;
    for (List<Object> of : values) {
      all = Math.min(all * of.size(), Integer.MAX_VALUE);
    }
    if (all <= most) {
      return IntStream.range(0, (int) all).mapToObj(this::row);
    }
    // The same numbers each time: a document must not be refused today and taken in tomorrow.
    var choice = new Random(0);
    return IntStream.range(0, most).mapToObj(_ -> row(choice));
  }

  /** One of all rows, counted with the last fact's values as the lowest digit. */
  private Map<Fact, Object> row(int number) {
    var row = new HashMap<Fact, Object>();
    int left = number;
    for (int i = facts.size() - 1; i >= 0; i--) {
      List<Object> of = values.get(i);
      row.put(facts.get(i), of.get(left % of.size()));
      left /= of.size();
    }
    return plausible(row);
  }

  private Map<Fact, Object> row(Random choice) {
    var row = new HashMap<Fact, Object>();
    for (int i = 0; i < facts.size(); i++) {
      List<Object> of = values.get(i);
      row.put(facts.get(i), of.get(choice.nextInt(of.size())));
    }
    return plausible(row);
  }

  /** Without values that are known while their flag says that they are not, or the other way. */
  private Map<Fact, Object> plausible(Map<Fact, Object> row) {
    for (Fact fact : facts) {
      fact.knownBy()
          .filter(row::containsKey)
          .ifPresent(flag -> row.put(fact, plausible(row, fact, flag)));
    }
    return row;
  }

  private static Object plausible(Map<Fact, Object> row, Fact fact, Fact flag) {
    if (Boolean.FALSE.equals(row.get(flag))) {
      return unknown(fact);
    }
    Object value = Objects.requireNonNull(row.get(fact));
    return value.equals(Facts.END_OF_TIME) ? TIMES.getLast() : value;
  }

  private static Object unknown(Fact fact) {
    return switch (fact.type()) {
      case WORD -> "";
      case WORDS -> List.of();
      case FLAG -> false;
      case COUNT -> 0L;
      case TIME -> Facts.END_OF_TIME;
    };
  }

  private static List<Object> values(Fact fact, Condition condition) {
    var values = new LinkedHashSet<Object>();
    switch (fact.type()) {
      case FLAG -> values.addAll(List.of(false, true));
      case COUNT -> values.addAll(counts(ONE_AT_LEAST.contains(fact) ? 1 : 0, condition));
      case WORD -> values.addAll(words(condition));
      case WORDS -> values.addAll(listsOf(words(condition), fact != Fact.DATA_TYPES));
      case TIME -> {
        values.addAll(TIMES);
        if (fact == Fact.VALID_UNTIL) {
          values.add(unknown(fact));
        }
      }
    }
    return List.copyOf(values);
  }

  private static List<Long> counts(long least, Condition condition) {
    return Stream.concat(
            Stream.of(least, least + 1, MOST),
            condition.numbers().stream().flatMap(number -> Stream.of(number, number + 1)))
        .filter(number -> number >= least && number <= MOST)
        .distinct()
        .toList();
  }

  private static List<String> words(Condition condition) {
    return Stream.concat(Stream.of("", WORD_OF_TOMORROW), condition.texts().stream()).toList();
  }

  private static List<List<String>> listsOf(List<String> words, boolean mayBeEmpty) {
    List<String> some = words.stream().filter(word -> !word.isEmpty()).toList();
    var lists = new ArrayList<List<String>>();
    if (mayBeEmpty) {
      lists.add(List.of());
    }
    some.forEach(word -> lists.add(List.of(word)));
    lists.add(some);
    return lists;
  }
}
