package org.writ.web.problem;

import java.util.List;

/**
 * What came of reading a body: a value, or everything that is wrong with it.
 *
 * @param <T> the type of the value
 */
public sealed interface Reading<T> {

  /**
   * The body is sound.
   *
   * @param value what it says
   */
  record Sound<T>(T value) implements Reading<T> {}

  /**
   * The body is refused.
   *
   * @param faults at least one
   */
  record Faulty<T>(List<Fault> faults) implements Reading<T> {}

  /**
   * The value.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that names the faults, if there are any
   */
  default T orRefuse() {
    return switch (this) {
      case Sound<T>(T value) -> value;
      case Faulty<T>(List<Fault> faults) -> throw Problems.invalid(faults);
    };
  }
}
