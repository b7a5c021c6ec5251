package org.writ.eventlog.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real access tokens of the demo realm's clients and people. */
public final class TestTokens {

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private TestTokens() {}

  /** Token of a client such as {@code agency-de}. */
  public static String client(String client) {
    return TOKENS.computeIfAbsent(
        client,
        id ->
            fetch("grant_type=client_credentials&client_id=" + id + "&client_secret=secret-" + id));
  }

  /** Token of a person such as {@code rita}. */
  public static String person(String person) {
    return TOKENS.computeIfAbsent(
        person,
        name -> fetch("grant_type=password&client_id=cli&username=" + name + "&password=" + name));
  }

  private static String fetch(String form) {
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
      return new ObjectMapper().readTree(response.body()).get("access_token").asText();
    } catch (IOException failure) {
      throw new IllegalStateException("No identity provider for the tests", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
