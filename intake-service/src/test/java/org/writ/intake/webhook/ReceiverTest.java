package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.webhook.Receiver.Outcome;

class ReceiverTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "webhook-id", "m-1");

  private final HookServer server = new HookServer();
  private final Receiver local = receiver(true, true, Duration.ofSeconds(10));

  @AfterEach
  void closeServer() {
    server.close();
  }

  @AfterAll
  static void closeVertx() {
    VERTX.close();
  }

  @Test
  void messageArrivesAsItIs() throws Exception {
    // Given
    var url = URI.create(server.url());

    // When
    var outcome = local.post(url, HEADERS, "{\"a\":\"ü\"}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Taken());
    assertThat(server.received())
        .singleElement()
        .satisfies(
            got -> {
              assertThat(got.path()).isEqualTo("/hook?a=b%20c");
              assertThat(got.body()).isEqualTo("{\"a\":\"ü\"}");
              assertThat(got.header("webhook-id")).isEqualTo("m-1");
              assertThat(got.header("Host")).isEqualTo("localhost:" + server.port());
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void everyTwoHundredTakesTheMessage(int status) throws Exception {
    // Given
    server.next(status);

    // When
    var outcome = local.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Taken());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 400, 401, 404, 418, 500, 503})
  void everyOtherStatusIsAFailure(int status) throws Exception {
    // Given
    server.next(status);

    // When
    var outcome = local.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome)
        .isEqualTo(new Outcome.Failed("Answered with status " + status + ".", Duration.ZERO));
  }

  @Test
  void redirectIsNotFollowed() throws Exception {
    // Given
    server.next(307, Map.of("Location", server.url()), new byte[0]);

    // When
    var outcome = local.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Failed("Answered with status 307.", Duration.ZERO));
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void goneIsTold() throws Exception {
    // Given
    server.next(410);

    // When
    var outcome = local.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Gone());
  }

  @ParameterizedTest
  @CsvSource({"120,PT2M", "0,PT0S", "999999999,PT24H", "-1,PT0S", "soon,PT0S", "1e3,PT0S"})
  void wishForPatienceIsHeard(String header, Duration wish) throws Exception {
    // Given
    server.next(429, Map.of("Retry-After", header), new byte[0]);

    // When
    var outcome = local.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Failed("Answered with status 429.", wish));
  }

  @Test
  void answerOfManyBytesIsNotReadToItsEnd() throws Exception {
    // Given
    server.next(200, Map.of(), new byte[8 * 1024 * 1024]);

    // When
    var outcome = local.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Taken());
  }

  @Test
  void receiverThatKeepsSilentIsGivenUp() throws Exception {
    // Given
    server.keepSilent();
    var impatient = receiver(true, true, Duration.ofMillis(200));

    // When
    var outcome = impatient.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Failed("No answer within 0 s.", Duration.ZERO));
  }

  @Test
  void portThatNobodyListensAtIsAFailure() throws Exception {
    // Given
    server.close();

    // When
    var outcome = local.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void serverWithoutTlsIsNoServerWithTls() throws Exception {
    // Given
    var url = URI.create("https://localhost:" + server.port() + "/");

    // When
    var outcome = local.post(url, HEADERS, "{}");

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "127.1", "2130706433", "0x7f000001"})
  void whatIsBesideUsIsNotCalledWhateverItIsWritten(String host) throws Exception {
    // Given
    var strict = receiver(true, false, Duration.ofSeconds(10));
    var url = URI.create("http://" + host + ":" + server.port() + "/");

    // When
    var outcome = strict.post(url, HEADERS, "{}");

    // Then
    assertThat(outcome)
        .isIn(
            new Outcome.Failed("The host is not on the Internet.", Duration.ZERO),
            new Outcome.Failed("The host is not known.", Duration.ZERO));
    assertThat(server.received()).isEmpty();
  }

  @Test
  void addressWithoutTlsIsNotCalledUnlessThatIsAllowed() throws Exception {
    // Given
    var strict = receiver(false, true, Duration.ofSeconds(10));

    // When
    var outcome = strict.post(URI.create(server.url()), HEADERS, "{}");

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Failed("The address has no TLS.", Duration.ZERO));
    assertThat(server.received()).isEmpty();
  }

  private static Receiver receiver(boolean http, boolean privately, Duration timeout) {
    return new Receiver(VERTX, new Settings(http, privately, timeout));
  }

  private record Settings(boolean allowHttp, boolean allowPrivate, Duration timeout)
      implements WebhookConfig {

    @Override
    public Path key() {
      return Path.of("key");
    }

    @Override
    public Duration poll() {
      return Duration.ofMillis(500);
    }

    @Override
    public Duration keep() {
      return Duration.ofDays(30);
    }
  }
}
