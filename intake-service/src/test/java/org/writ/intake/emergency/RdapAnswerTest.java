package org.writ.intake.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdapAnswerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Optional<Instant> read(String body) {
    return RdapAnswer.registeredAt(JSON, body.getBytes(StandardCharsets.UTF_8), "police.example");
  }

  /** As RFC 9083, section 5.3, shows it, shortened. */
  @Test
  void registrationIsFoundAmongTheEvents() {
    // Given
    String body =
        """
        {"rdapConformance":["rdap_level_0"],"objectClassName":"domain","handle":"XXXX",
         "ldhName":"POLICE.example","status":["locked"],
         "events":[
           {"eventAction":"last changed","eventDate":"2011-12-31T23:59:59Z"},
           {"eventAction":"registration","eventDate":"1990-12-31T23:59:59+01:00"},
           {"eventAction":"expiration","eventDate":"2030-12-31T23:59:59Z"}]}
        """;

    // When
    var registeredAt = read(body);

    // Then
    assertThat(registeredAt).contains(Instant.parse("1990-12-31T22:59:59Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>",
        "{}",
        "{\"objectClassName\":\"domain\"}",
        "{\"objectClassName\":\"domain\",\"events\":{}}",
        "{\"objectClassName\":\"domain\",\"events\":[1]}"
      })
  void answerThatSaysNoDayIsUnknown(String body) {
    // When
    var registeredAt = read(body);

    // Then
    assertThat(registeredAt).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nameserver,police.example,registration,1990-12-31T23:59:59Z",
    "domain,example,registration,1990-12-31T23:59:59Z",
    "domain,police.example,reregistration,1990-12-31T23:59:59Z",
    "domain,police.example,registration,1990-12-31",
    "domain,police.example,registration,long ago"
  })
  void answerAboutSomethingElseIsUnknown(String type, String name, String action, String date) {
    // Given
    String body =
        """
        {"objectClassName":"%s","ldhName":"%s","events":[{"eventAction":"%s","eventDate":"%s"}]}
        """
            .formatted(type, name, action, date);

    // When
    var registeredAt = read(body);

    // Then
    assertThat(registeredAt).isEmpty();
  }
}
