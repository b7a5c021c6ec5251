package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.request.SubmissionBody;
import org.writ.intake.webhook.WebhookReader.Allowed;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;

class WebhookReaderTest {

  private static final Allowed STRICT = new Allowed(false, false);
  private static final Allowed LOCAL = new Allowed(true, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://police.example",
        "https://police.example:8443/hooks/writ?token=a%20b",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]/",
        "HTTPS://xn--bcher-kva.example/"
      })
  void addressOnTheInternetWithTlsIsTaken(String url) throws Exception {
    // Given
    var body = body(url);

    // When
    var reading = read(body, STRICT);

    // Then
    assertThat(reading).isEqualTo(new Reading.Sound<>(URI.create(url)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9999/hook", "http://127.0.0.1/", "https://[::1]/"})
  void addressBesideUsIsTakenWhereThatIsAllowed(String url) throws Exception {
    // Given
    var body = body(url);

    // When
    var reading = read(body, LOCAL);

    // Then
    assertThat(reading).isEqualTo(new Reading.Sound<>(URI.create(url)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://police.example/,must begin with https://",
    "ftp://police.example/,must begin with https://",
    "police.example,must begin with https://",
    "https:///path,must name a host",
    "https://under_score.example/,must name a host",
    "https:police,must name a host",
    "https://user:secret@police.example/,must not have a user or a password in it",
    "https://police.example/#top,must not have a fragment",
    "https://police.example:0/,'must have a port from 1 to 65535, if it has one'",
    "https://police.example:65536/,'must have a port from 1 to 65535, if it has one'",
    "https://police.example/a b,must be an address (RFC 3986)",
    "https://127.0.0.1/,must be on the Internet",
    "https://169.254.169.254/latest/meta-data,must be on the Internet",
    "https://[::1]/,must be on the Internet",
    "https://[::ffff:10.0.0.1]/,must be on the Internet"
  })
  void addressThatIsNoneIsRefusedWithTheReason(String url, String reason) throws Exception {
    // Given
    var body = body(url);

    // When
    var reading = read(body, STRICT);

    // Then
    assertThat(faults(reading)).contains(new Fault("/url", reason));
  }

  @Test
  void hostInAnotherScriptIsAskedForInPunycode() throws Exception {
    // Given
    var body = body("https://police.example/bücher");

    // When
    var reading = read(body, STRICT);

    // Then
    assertThat(faults(reading)).extracting(Fault::detail).anyMatch(d -> d.contains("ASCII"));
  }

  @Test
  void everyFaultIsNamed() throws Exception {
    // Given
    var body = "{\"url\":\"http://user@127.0.0.1/#x\",\"secret\":\"mine\"}";

    // When
    var reading = read(body, STRICT);

    // Then
    assertThat(faults(reading))
        .extracting(Fault::pointer)
        .containsExactly("/url", "/url", "/url", "/url", "/secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "{\"url\":null}", "{\"url\":7}", "{\"url\":\" \"}"})
  void bodyWithoutAnAddressIsRefused(String body) throws Exception {
    // Given a body without an address

    // When
    var reading = read(body, STRICT);

    // Then
    assertThat(faults(reading)).hasSize(1);
  }

  @Test
  void addressOfMoreThanTwoThousandCharactersIsRefused() throws Exception {
    // Given
    var body = body("https://police.example/" + "a".repeat(2_000));

    // When
    var reading = read(body, STRICT);

    // Then
    assertThat(faults(reading)).hasSize(1);
  }

  private static Reading<URI> read(String body, Allowed allowed) throws Exception {
    return WebhookReader.read(SubmissionBody.JSON.readTree(body), allowed);
  }

  private static String body(String url) {
    return SubmissionBody.JSON.createObjectNode().put("url", url).toString();
  }

  private static List<Fault> faults(Reading<URI> reading) {
    return reading instanceof Reading.Faulty<URI>(List<Fault> faults) ? faults : List.of();
  }
}
