package org.writ.intake.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.outside.Destination;
import org.writ.intake.webhook.HookServer;

/** The look-up of mail domains, against a server that speaks RDAP. */
class DomainRegistryTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final String DOMAIN = "police.example";
  private static final Instant REGISTERED = Instant.parse("2026-11-01T12:00:00Z");
  private static final Destination.Rules ANYWHERE = new Destination.Rules(true, true);

  private final HookServer server = new HookServer();
  private Instant now = Instant.parse("2026-11-21T09:30:00Z");

  /** Somebody who asks, with a limit of two seconds. */
  private final DomainRegistry registry = registry(server(""), Duration.ofSeconds(2), null);

  private record Settings(Optional<URI> url, Duration timeout) implements DomainRegistryConfig {}

  private final class MovedClock extends Clock {

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @AfterAll
  static void closeVertx() {
    VERTX.close();
  }

  @Test
  void registryIsAskedForTheDomainThatWasRegistered() {
    // Given
    server.next(200, Map.of(), answer());

    // When
    registry.ask("mail.police.example");

    // Then
    assertThat(registry.registeredAt("mail.police.example")).contains(REGISTERED);
    assertThat(server.received())
        .singleElement()
        .satisfies(
            got -> {
              assertThat(got.path()).isEqualTo("/rdap/domain/police.example");
              assertThat(got.header("Accept")).isEqualTo("application/rdap+json");
            });
  }

  @Test
  void answerIsRememberedForAnHour() {
    // Given
    server.next(200, Map.of(), answer());
    registry.ask(DOMAIN);

    // When
    registry.ask("www.police.example");
    now = now.plus(Duration.ofMinutes(61));
    var forgotten = registry.registeredAt(DOMAIN);
    registry.ask(DOMAIN);

    // Then
    assertThat(forgotten).isEmpty();
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void failureIsForgottenAfterAMinute() {
    // Given
    server.next(503);
    server.next(200, Map.of(), answer());
    registry.ask(DOMAIN);

    // When
    registry.ask(DOMAIN);
    var failed = registry.registeredAt(DOMAIN);
    now = now.plusSeconds(61);
    registry.ask(DOMAIN);

    // Then
    assertThat(failed).isEmpty();
    assertThat(registry.registeredAt(DOMAIN)).contains(REGISTERED);
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void nobodyIsAskedWhereNoServerIsConfigured() {
    // Given
    var off = registry(Optional.empty(), Duration.ofSeconds(2), null);

    // When
    off.ask(DOMAIN);

    // Then
    assertThat(off.registeredAt(DOMAIN)).isEmpty();
  }

  @Test
  void domainThatNobodyAskedForIsUnknown() {
    // When
    var registeredAt = registry.registeredAt(DOMAIN);

    // Then
    assertThat(registeredAt).isEmpty();
    assertThat(server.received()).isEmpty();
  }

  @Test
  void redirectToTheServerOfTheDomainIsFollowed() {
    // Given
    server.next(302, Map.of("Location", "/registry/domain/police.example"), new byte[0]);
    server.next(200, Map.of(), answer());
    var trusting = registry(server("/"), Duration.ofSeconds(2), ANYWHERE);

    // When
    trusting.ask(DOMAIN);

    // Then
    assertThat(trusting.registeredAt(DOMAIN)).contains(REGISTERED);
    assertThat(server.received())
        .extracting(HookServer.Received::path)
        .containsExactly("/rdap/domain/police.example", "/registry/domain/police.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:%d/", "https://localhost:%d/", "https://[::1]:%d/"})
  void redirectBesideUsIsNotFollowed(String location) {
    // Given
    server.next(302, Map.of("Location", location.formatted(server.port())), new byte[0]);
    server.next(200, Map.of(), answer());

    // When
    registry.ask(DOMAIN);

    // Then
    assertThat(registry.registeredAt(DOMAIN)).isEmpty();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void redirectsEnd() {
    // Given
    for (int hop = 0; hop < 10; hop++) {
      server.next(307, Map.of("Location", "/again"), new byte[0]);
    }
    var trusting = registry(server(""), Duration.ofSeconds(2), ANYWHERE);

    // When
    trusting.ask(DOMAIN);

    // Then
    assertThat(trusting.registeredAt(DOMAIN)).isEmpty();
    assertThat(server.received()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 400, 404, 429, 500})
  void everyOtherStatusIsUnknown(int status) {
    // Given
    server.next(status);

    // When
    registry.ask(DOMAIN);

    // Then
    assertThat(registry.registeredAt(DOMAIN)).isEmpty();
  }

  @Test
  void answerThatIsTooLongIsUnknown() {
    // Given
    String blank = " ".repeat(1 << 19);
    byte[] padded = (blank + text()).getBytes(StandardCharsets.UTF_8);
    server.next(200, Map.of(), padded);

    // When
    registry.ask(DOMAIN);

    // Then
    assertThat(registry.registeredAt(DOMAIN)).isEmpty();
  }

  @Test
  void serverThatKeepsSilentIsGivenUp() {
    // Given
    server.keepSilent();
    var impatient = registry(server(""), Duration.ofMillis(200), null);
    long before = System.nanoTime();

    // When
    impatient.ask(DOMAIN);

    // Then
    assertThat(impatient.registeredAt(DOMAIN)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void portThatNobodyListensAtIsUnknown() {
    // Given
    server.close();

    // When
    registry.ask(DOMAIN);

    // Then
    assertThat(registry.registeredAt(DOMAIN)).isEmpty();
  }

  private Optional<URI> server(String end) {
    return Optional.of(URI.create("http://localhost:" + server.port() + "/rdap" + end));
  }

  private DomainRegistry registry(
      Optional<URI> url, Duration timeout, Destination.@Nullable Rules redirects) {
    var settings = new Settings(url, timeout);
    return redirects == null
        ? new DomainRegistry(VERTX, settings, new ObjectMapper(), new MovedClock())
        : new DomainRegistry(VERTX, settings, new ObjectMapper(), new MovedClock(), redirects);
  }

  private static byte[] answer() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private static String text() {
    return """
        {"objectClassName":"domain","ldhName":"police.example",
         "events":[{"eventAction":"registration","eventDate":"%s"}]}
        """
        .formatted(REGISTERED);
  }
}
