package org.writ.web.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
   * Reads a body that has to be an object. Members that nobody asks for are faults.
   *
   * @param reader asks for the members; gives null only if it noted a fault
   */
  static <T> Reading<T> of(JsonNode body, Function<Members, @Nullable T> reader) {
    var faults = new Faults();
    var members = Members.of(body, "", faults);
    if (members == null) {
      return new Faulty<>(faults.all());
    }
    T value = reader.apply(members);
    members.refuseOthers();
    return value == null || !faults.none() ? new Faulty<>(faults.all()) : new Sound<>(value);
  }

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
