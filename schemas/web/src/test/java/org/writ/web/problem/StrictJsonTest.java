package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  private static final ObjectMapper JSON = mapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{} {}",
        "{}x",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":1,}",
        "{\"a\":\"\n\"}",
        "{} // comment",
        "{\"a\":1,\"b\":2,\"a\":1}",
        "{\"a\":{\"b\":1,\"\\u0062\":2}}",
        "secret"
      })
  void whatTwoParsersCouldReadDifferentlyIsRefusedWithoutRepeatingIt(String body) {
    // Given
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    // When, then
    assertThatThrownBy(() -> StrictJson.read(JSON, bytes))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(400);
              assertThat(problem.getDetail()).doesNotContain("secret");
            });
  }

  @Test
  void deepNestingIsRefused() {
    // Given
    byte[] bytes = ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

    // When, then
    assertThatThrownBy(() -> StrictJson.read(JSON, bytes))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO-8859-1",
        "UTF-16",
        "UTF-16LE",
        "UTF-32",
      })
  void otherEncodingThanUtf8IsRefused(String encoding) throws Exception {
    // Given
    byte[] bytes = "{\"a\":\"ä\"}".getBytes(encoding);

    // When, then
    assertThatThrownBy(() -> StrictJson.read(JSON, bytes))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  @Test
  void digestDoesNotDependOnHowTheSameContentIsWritten() {
    // Given
    var one = read("{\"a\": {\"x\": [1, 2], \"y\": \"\\u00e4\"}, \"b\": true}");
    var other = read("{ \"b\":true,\n\"a\":{\"y\":\"ä\",\"x\":[1,2]} }");

    // When
    var digest = StrictJson.digest(JSON, one);

    // Then
    assertThat(StrictJson.digest(JSON, other)).isEqualTo(digest);
    assertThat(digest).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":[2,1]}", "{\"a\":[1,\"2\"]}", "{\"a\":[1,2],\"b\":null}", "{}"})
  void digestTellsOtherContent(String text) {
    // Given
    var one = read("{\"a\":[1,2]}");
    var other = read(text);

    // When
    var digest = StrictJson.digest(JSON, other);

    // Then
    assertThat(digest).isNotEqualTo(StrictJson.digest(JSON, one));
  }

  private static JsonNode read(String text) {
    return StrictJson.read(JSON, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectMapper mapper() {
    var mapper = new ObjectMapper();
    new StrictJson().customize(mapper);
    return mapper;
  }
}
