package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedJsonTest {

  private static final StreamedJson.Bounds BOUNDS = new StreamedJson.Bounds(1_000_000, 100_000);

  private final List<JsonNode> elements = new ArrayList<>();

  @Test
  void elementsAreHandedOverAndTheRestIsATree() {
    // Given
    String body = "{\"a\":1,\"items\":[{\"n\":[1]},\"two\",null],\"b\":{\"items\":[7]}}";

    // When
    var rest = read(body);

    // Then
    assertThat(rest).hasToString("{\"a\":1,\"items\":[],\"b\":{\"items\":[7]}}");
    assertThat(elements).hasToString("[{\"n\":[1]}, \"two\", null]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1,2]", "\"x\"", "null", "7", "{}", "{\"items\":{}}", "{\"items\":null}"})
  void whatHasNoSuchArrayComesAsItIs(String body) {
    // Given a body without the array

    // When
    var rest = read(body);

    // Then
    assertThat(rest).hasToString(body);
    assertThat(elements).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"items\":[",
        "{\"items\":[1",
        "{\"items\":[1]",
        "{\"items\":[1]]",
        "{\"items\":[1,]}",
        "{\"items\":[1]}x",
        "{\"items\":[1]} {}",
        "{\"items\":[1],\"items\":[2]}",
        "{\"a\":1,\"a\":2}",
        "{\"items\":[{\"a\":1,\"a\":2}]}",
        "{'items':[]}",
        "{\"items\":[NaN]}",
        "\uFEFF{}"
      })
  void bodyThatStrictJsonRefusesIsRefused(String body) {
    // Given a body that is no I-JSON

    // When, then
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
    assertThatThrownBy(() -> StrictJson.read(strict(), body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(HttpProblem.class);
  }

  @Test
  void deepNestingInAnElementIsRefused() {
    // Given
    String body = "{\"items\":[" + "[".repeat(40) + "]".repeat(40) + "]}";

    // When, then
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    // Given
    byte[] body = "{\"items\":[\"\u00e4\"]}".getBytes(StandardCharsets.ISO_8859_1);

    // When, then
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"1000,100001", "70000,10", "10,120000"})
  void longElementAndLongRestAreRefusedBeforeTheirEnd(int element, int rest) {
    // Given
    String body =
        "{\"items\":[\"%s\"],\"a\":\"%s\"}".formatted("x".repeat(element), "y".repeat(rest));

    // When, then
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(413));
  }

  @Test
  void manyElementsMayBeLongerTogetherThanTheRest() {
    // Given
    String body = "{\"items\":[" + "\"xxxxxxxxx\",".repeat(50_000) + "1],\"a\":1}";

    // When
    read(body);

    // Then
    assertThat(elements).hasSize(50_001);
  }

  @Test
  void bodyThatIsLongerThanItMayBeIsRefused() {
    // Given
    String body = "{\"items\":[" + "\"xxxxxxxxx\",".repeat(100_000) + "1]}";

    // When, then
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(413));
  }

  private JsonNode read(String body) {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode read(byte[] body) {
    return StreamedJson.read(
        strict(), new ByteArrayInputStream(body), BOUNDS, "items", elements::add);
  }

  private static ObjectMapper strict() {
    var mapper = new ObjectMapper();
    new StrictJson().customize(mapper);
    return mapper;
  }
}
