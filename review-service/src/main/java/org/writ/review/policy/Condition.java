package org.writ.review.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule's {@code when}: a CEL expression, compiled and type-checked against the facts of its
 * scope. Bounded in text, nesting and iterations, so that no condition can hold up the service; no
 * loop stands within another, or what they build could grow with every level of them. Thread-safe.
 */
public final class Condition {

  /** Longest expression, in characters. */
  static final int LONGEST = 2_000;

  /** Deepest nesting of an expression. */
  static final int DEEPEST = 32;

  /** Most iterations of all loops ({@code exists}, {@code all} and so on) in one evaluation. */
  static final int MOST_ITERATIONS = 1_000;

  private static final CelOptions BOUNDS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .maxRegexProgramSize(100)
          .build();

  private static final CelCompiler FOR_REQUESTS = compilerFor(Scope.REQUEST);
  private static final CelCompiler FOR_ITEMS = compilerFor(Scope.ITEM);

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(BOUNDS).build();

  private final CelRuntime.Program program;
  private final Set<String> facts;
  private final List<Fact> factsUsed;
  private final Set<String> texts;
  private final Set<Long> numbers;

  private Condition(CelRuntime.Program program, CelAbstractSyntaxTree tree) {
    this.program = program;
    this.facts = facts(tree);
    this.factsUsed = Fact.withOrigins(facts);
    this.texts = constants(tree, CelConstant.Kind.STRING_VALUE, CelConstant::stringValue);
    this.numbers = constants(tree, CelConstant.Kind.INT64_VALUE, CelConstant::int64Value);
  }

  /**
   * Compiles an expression.
   *
   * @throws IllegalArgumentException if it is no CEL, refers to what is no fact of the scope, is
   *     not a boolean, exceeds a bound, or has a loop within another; the message says which
   */
  static Condition compile(Scope scope, String expression) {
    try {
      CelCompiler compiler = scope == Scope.ITEM ? FOR_ITEMS : FOR_REQUESTS;
      CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
      if (!tree.getResultType().equals(SimpleType.BOOL)) {
        throw new IllegalArgumentException(
            "expected a condition that is true or false, found " + tree.getResultType().name());
      }
      refuseNestedLoops(tree);
      return new Condition(RUNTIME.createProgram(tree), tree);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()).strip(), e);
    }
  }

  /**
   * Whether it holds.
   *
   * @param facts values by {@link Fact#word()}; those that the expression refers to must be there
   * @throws Unanswerable if the expression cannot be evaluated over these facts
   */
  boolean holds(Map<String, Object> facts) {
    try {
      // Not a boolean, but a set of what it misses, if a fact is not there.
      if (program.eval(name -> Optional.ofNullable(facts.get(name))) instanceof Boolean answer) {
        return answer;
      }
      throw new Unanswerable("a fact that it refers to is missing", null);
    } catch (CelEvaluationException e) {
      throw new Unanswerable(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether it looks at one of these facts. */
  boolean refersTo(Set<String> words) {
    return !Collections.disjoint(facts, words);
  }

  /**
   * The facts that it refers to, whether or not an evaluation gets as far as each of them, and
   * those that they are worked out from; in the order of {@link Fact}.
   */
  List<Fact> factsUsed() {
    return factsUsed;
  }

  /** The words and other texts that stand in it, in their order. */
  Set<String> texts() {
    return texts;
  }

  /** The whole numbers that stand in it, in their order. */
  Set<Long> numbers() {
    return numbers;
  }

  private static <T> Set<T> constants(
      CelAbstractSyntaxTree tree, CelConstant.Kind kind, Function<CelConstant, T> value) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
        .map(node -> node.expr().constant())
        .filter(constant -> constant.getKind() == kind)
        .map(value)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void refuseNestedLoops(CelAbstractSyntaxTree tree) {
    boolean nested =
        loops(CelNavigableAst.fromAst(tree).getRoot().allNodes())
            .anyMatch(loop -> loops(loop.descendants()).findAny().isPresent());
    if (nested) {
      throw new IllegalArgumentException("a loop stands within another; use one at a time");
    }
  }

  private static Stream<CelNavigableExpr> loops(Stream<CelNavigableExpr> nodes) {
    return nodes.filter(node -> node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION);
  }

  private static Set<String> facts(CelAbstractSyntaxTree tree) {
    return tree.getReferenceMap().values().stream()
        .map(CelReference::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static CelCompiler compilerFor(Scope scope) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(BOUNDS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    Fact.of(scope).forEach(fact -> builder.addVar(fact.word(), fact.type().celType()));
    return builder.build();
  }

  /** A condition has no answer for some facts: one is missing, or a bound was reached. */
  static final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unanswerable(String reason, @Nullable Throwable cause) {
      super(reason, cause);
    }
  }
}
