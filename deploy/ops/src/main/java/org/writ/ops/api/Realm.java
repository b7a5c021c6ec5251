package org.writ.ops.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where people and clients sign in: a realm of Keycloak. */
public final class Realm {

  private final Http http;
  private final String issuer;

  /**
   * The realm of an issuer.
   *
   * @param issuer as in the tokens, such as {@code http://localhost:8180/realms/writ}
   */
  public Realm(Http http, String issuer) {
    this.http = http;
    this.issuer = issuer;
  }

  /** A person, by the client {@code cli} (local stacks only). */
  public SignIn person(String name, String password) {
    return new Grant(
        Map.of(
            "grant_type", "password", "client_id", "cli", "username", name, "password", password));
  }

  /** A program that signs in as itself. */
  public SignIn client(String id, String secret) {
    return new Grant(
        Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
  }

  /** Keeps a token until it is refused. */
  private final class Grant implements SignIn {

    private final String form;
    private @Nullable String token;

    Grant(Map<String, String> fields) {
      this.form =
          new TreeMap<>(fields)
              .entrySet().stream()
                  .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                  .collect(Collectors.joining("&"));
    }

    @Override
    public synchronized Optional<String> token() {
      if (token == null) {
        token = fetch();
      }
      return Optional.of(token);
    }

    @Override
    public synchronized boolean renew(String refused) {
      // Another thread may have renewed it already.
      if (refused.equals(token)) {
        token = null;
      }
      return true;
    }

    private String fetch() {
      var call =
          HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form));
      return http.send(call).require(200).json().path("access_token").asText();
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
