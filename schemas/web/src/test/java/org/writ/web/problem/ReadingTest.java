package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void soundBodyGivesItsValue() {
    assertThat(read("{\"name\":\"Dora\"}").orRefuse()).isEqualTo("Dora");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                        | ''
          {}                        | /name
          {"name":"Dora","more":1}  | /more
          {"name":7,"more":1}       | /name,/more
          """)
  void everyFaultIsNamedAndRefusesTheBody(String body, String pointers) {
    // Given
    var reading = read(body);

    // When
    var refusal = catchThrowableOfType(HttpProblem.class, reading::orRefuse);

    // Then
    assertThat(refusal.getStatusCode()).isEqualTo(422);
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Faulty.class,
            faulty ->
                assertThat(((Reading.Faulty<?>) faulty).faults())
                    .extracting(Fault::pointer)
                    .containsExactly(pointers.split(",")));
  }

  private static Reading<String> read(String body) {
    var tree = StrictJson.read(JSON, body.getBytes(StandardCharsets.UTF_8));
    return Reading.of(tree, members -> members.text("name", Text.line(10)));
  }
}
