package org.writ.eventlog.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real access tokens of the demo realm's clients and people. */
public final class TestTokens {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private TestTokens() {}

  /** Token of a client such as {@code agency-de}. */
  public static String client(String client) {
    return TOKENS.computeIfAbsent(client, id -> client(id, "secret-" + id));
  }

  /** Token of a person such as {@code rita}. */
  public static String person(String person) {
    return TOKENS.computeIfAbsent(
        person,
        name ->
            fetch(
                TestStack.issuer(),
                "grant_type=password&client_id=cli&username=" + name + "&password=" + name));
  }

  /** Token of another realm of the same identity provider, where it is good for everything. */
  public static String ofAnotherRealm() {
    return administrator();
  }

  /** Token of the identity provider's administrator. */
  static String administrator() {
    return fetch(
        TestStack.issuer().replaceFirst("[^/]+$", "master"),
        "grant_type=password&client_id=admin-cli&username=admin&password=admin");
  }

  /** Token of a client of the realm that was good once, in a role. */
  public static String expired(String role) {
    String token = TestClient.ofThisTest().in(role).lasting(Duration.ofSeconds(1)).token();
    Instant end = Instant.ofEpochSecond(claims(token).get("exp").asLong());
    await().pollInterval(Duration.ofMillis(50)).until(() -> Instant.now().isAfter(end));
    return token;
  }

  /** What a token says. */
  public static JsonNode claims(String token) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (IOException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  /** Token of a client with this secret, fetched anew. */
  static String client(String id, String secret) {
    return fetch(
        TestStack.issuer(),
        "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret);
  }

  private static String fetch(String realm, String form) {
    var request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("No token: " + response.body());
      }
      return JSON.readTree(response.body()).get("access_token").asText();
    } catch (IOException failure) {
      throw new IllegalStateException("No identity provider for the tests", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
