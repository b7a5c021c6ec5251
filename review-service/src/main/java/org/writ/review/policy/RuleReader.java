package org.writ.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Severity;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Text;

/**
 * Reads one rule of a policy's document.
 *
 * <pre>
 *   id: suspect-confirmed
 *   applies: request                  request or item
 *   when: "!suspectConfirmed"         CEL over the facts of that scope ({@link Fact}); true: it fires
 *   severity: BLOCKING                BLOCKING, SECOND_PERSON or NOTE
 *   ground: NO_SUSPECT                one of the policy's; may be absent unless BLOCKING
 *   citation: …                       the source that it rests on
 *   sentence: …                       the finding in plain words
 *   examples:                         at least one that fires and one that is silent, and at most
 *                                     as many as {@link PolicyBounds} says
 *     - {facts: {suspectConfirmed: false}, expect: FIRES}
 *     - {facts: {suspectConfirmed: true}, expect: SILENT}
 * </pre>
 *
 * <p>An example has to give the facts that the condition refers to, and no fact of another scope.
 * The condition is tried on {@link BoundaryFacts}, too: it needs an answer for every request, such
 * as {@code accountAgeDays > 0 && 100 / accountAgeDays > 3}.
 */
final class RuleReader {

  /** What an example expects of its rule. */
  private enum Expectation {
    FIRES,
    SILENT
  }

  private static final Text EXPRESSION = Text.line(Condition.LONGEST);

  private final JsonNode node;
  private final Members members;
  private final PolicyBounds bounds;
  private final Faults faults;
  private final Set<String> grounds;

  /**
   * A rule to be read.
   *
   * @param grounds those of the policy
   */
  RuleReader(
      JsonNode node, Members members, PolicyBounds bounds, Faults faults, Set<String> grounds) {
    this.node = node;
    this.members = members;
    this.bounds = bounds;
    this.faults = faults;
    this.grounds = grounds;
  }

  /** The rule; empty, with faults noted, if it cannot be used. */
  Optional<Rule> read() {
    String id = members.text("id", PolicyDocument.NAME);
    Scope scope = scope();
    Condition condition = condition(scope);
    Severity severity = severity();
    String ground = ground(severity);
    String citation = members.text("citation", PolicyDocument.CITATION);
    String sentence = members.text("sentence", PolicyDocument.SENTENCE);
    checkExamples(scope, condition);
    members.refuseOthers();
    if (id == null
        || scope == null
        || condition == null
        || severity == null
        || citation == null
        || sentence == null) {
      return Optional.empty();
    }
    return Optional.of(new Rule(id, scope, condition, severity, ground, citation, sentence));
  }

  private @Nullable Scope scope() {
    String applies = members.text("applies", PolicyDocument.NAME);
    return switch (applies) {
      case null -> null;
      case "request" -> Scope.REQUEST;
      case "item" -> Scope.ITEM;
      default -> {
        members.fault("applies", "must be request or item");
        yield null;
      }
    };
  }

  private @Nullable Condition condition(@Nullable Scope scope) {
    String when = members.text("when", EXPRESSION);
    if (when == null || scope == null) {
      return null;
    }
    try {
      Condition condition = Condition.compile(scope, when);
      BoundaryFacts.withoutAnswer(condition, scope, bounds.trials())
          .ifPresent(fault -> members.fault("when", fault));
      return condition;
    } catch (IllegalArgumentException e) {
      members.fault("when", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable Severity severity() {
    Severity severity = members.choice("severity", Severity.class);
    if (severity == Severity.UNKNOWN) {
      members.fault("severity", "must be BLOCKING, SECOND_PERSON or NOTE");
    }
    return severity;
  }

  private @Nullable String ground(@Nullable Severity severity) {
    String ground =
        severity == Severity.BLOCKING
            ? members.text("ground", PolicyDocument.NAME)
            : members.optionalText("ground", PolicyDocument.NAME);
    if (ground != null && !grounds.contains(ground)) {
      members.fault("ground", ground + " is none of the policy's grounds");
    }
    return ground;
  }

  private void checkExamples(@Nullable Scope scope, @Nullable Condition condition) {
    JsonNode examples = members.array("examples", bounds.examples());
    if (examples == null) {
      return;
    }
    var expectations = EnumSet.noneOf(Expectation.class);
    for (int i = 0; i < examples.size(); i++) {
      Members example = Members.of(examples.get(i), members.pointer("examples") + "/" + i, faults);
      if (example == null) {
        continue;
      }
      Expectation expected = example.choice("expect", Expectation.class);
      Members facts = example.object("facts");
      if (expected != null) {
        expectations.add(expected);
      }
      if (expected != null && facts != null && scope != null && condition != null) {
        check(example, examples.get(i).path("facts"), facts, scope, condition, expected);
      }
      example.refuseOthers();
    }
    if (expectations.size() < Expectation.values().length) {
      members.fault("examples", "must have one at least that fires and one that is silent");
    }
  }

  private static void check(
      Members example,
      JsonNode given,
      Members members,
      Scope scope,
      Condition condition,
      Expectation expected) {
    var facts = new HashMap<String, Object>();
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      read(entry, members, scope).ifPresent(value -> facts.put(entry.getKey(), value));
    }
    if (facts.size() < given.size()) {
      return;
    }
    try {
      Expectation found = condition.holds(facts) ? Expectation.FIRES : Expectation.SILENT;
      if (found != expected) {
        example.fault("expect", "is %s, but the rule is %s".formatted(expected, found));
      }
    } catch (Condition.Unanswerable e) {
      example.fault("facts", "give the condition no answer: " + e.getMessage());
    }
  }

  private static Optional<Object> read(
      Map.Entry<String, JsonNode> given, Members members, Scope scope) {
    Optional<Fact> fact =
        Fact.of(scope).stream().filter(f -> f.word().equals(given.getKey())).findFirst();
    if (fact.isEmpty()) {
      members.fault(given.getKey(), "is no fact of this scope");
      return Optional.empty();
    }
    try {
      return Optional.of(fact.get().type().read(given.getValue()));
    } catch (IllegalArgumentException e) {
      members.fault(given.getKey(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
