package org.writ.eventlog.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real access tokens of the demo realm's clients and people. */
public final class TestTokens {

  private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

  /** A token that is about to expire is not used any more: a test's calls take some time. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  /**
   * A token while it can be used.
   *
   * @param value the access token
   * @param usableUntil by the machine's clock
   */
  private record Token(String value, Instant usableUntil) {}

  private TestTokens() {}

  /** Token of a client such as {@code agency-de}. */
  public static String client(String client) {
    return token(
        client,
        "grant_type=client_credentials&client_id=" + client + "&client_secret=secret-" + client);
  }

  /** Token of a person such as {@code rita}. */
  public static String person(String person) {
    return token(
        person, "grant_type=password&client_id=cli&username=" + person + "&password=" + person);
  }

  /** All classes of a module share one process: it lives longer than a token. */
  private static String token(String holder, String form) {
    return TOKENS
        .compute(
            holder,
            (name, held) ->
                held != null && Instant.now().isBefore(held.usableUntil()) ? held : fetch(form))
        .value();
  }

  private static Token fetch(String form) {
    var request =
        HttpRequest.newBuilder(URI.create(TestStack.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("No token: " + response.body());
      }
      var answer = new ObjectMapper().readTree(response.body());
      var life = Duration.ofSeconds(answer.get("expires_in").asLong());
      return new Token(answer.get("access_token").asText(), Instant.now().plus(life).minus(MARGIN));
    } catch (IOException failure) {
      throw new IllegalStateException("No identity provider for the tests", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
