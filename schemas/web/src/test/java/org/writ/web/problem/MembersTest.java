package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Faults faults = new Faults();

  @Test
  void everyFaultOfAnObjectIsNotedAtItsPlace() {
    // Given
    var members = members("{\"name\": \"\", \"day\": \"2026-02-30\", \"a/b~c\": 1}");

    // When
    members.text("name", Text.line(10));
    members.date("day");
    members.flag("sure");
    members.refuseOthers();

    // Then
    assertThat(faults.all())
        .extracting(Fault::pointer)
        .containsExactly("/name", "/day", "/sure", "/a~1b~0c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"list\": null}", "{\"list\": []}", "{\"list\": [1, 2]}"})
  void optionalArrayMayBeAbsentEmptyOrFull(String body) {
    // Given
    var members = members(body);

    // When
    members.optionalArray("list", 2);

    // Then
    assertThat(faults.none()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"list\": [1, 2, 3]}", "{\"list\": {}}", "{\"list\": \"1\"}"})
  void optionalArrayThatIsNoneOrTooLongIsAFault(String body) {
    // Given
    var members = members(body);

    // When
    var array = members.optionalArray("list", 2);

    // Then
    assertThat(array).isNull();
    assertThat(faults.all())
        .containsExactly(new Fault("/list", "must be an array of at most 2 elements"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T00:00:00Z, 2026-05-01T00:00:00Z",
    "2026-05-01T00:00:00.000000001Z, 2026-05-01T00:00:00.001Z"
  })
  void timeIsMovedToTheNextMillisecond(String given, String expected) {
    // Given
    var members = members("{\"from\": \"" + given + "\"}");

    // When
    var time = members.optionalTime("from");

    // Then
    assertThat(time).hasToString(expected);
  }

  private Members members(String body) {
    var tree = StrictJson.read(JSON, body.getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(Members.of(tree, "", faults));
  }
}
