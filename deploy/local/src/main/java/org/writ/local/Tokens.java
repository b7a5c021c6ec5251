package org.writ.local;

import java.util.Map;

/**
 * Access tokens of the demo people and clients. Each call fetches a new one, valid for {@link
 * Realm#TOKEN_LIFE}.
 */
public final class Tokens {

  private final Settings settings;

  /** Tokens from the Keycloak of a stack. */
  public Tokens(Settings settings) {
    this.settings = settings;
  }

  /**
   * A person's token, by the password grant of the client {@code cli}.
   *
   * @param name a demo person; the password is the name
   * @throws StackException if Keycloak refuses, with its words
   */
  public String person(String name) {
    return password(settings, Realm.NAME, "cli", name, name);
  }

  /**
   * A client's token, by the client credentials grant.
   *
   * @param id a demo client; its secret is {@code secret-} and the id
   * @throws StackException if Keycloak refuses, with its words
   */
  public String client(String id) {
    return fetch(
        settings,
        Realm.NAME,
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            id,
            "client_secret",
            Realm.secret(id)));
  }

  static String password(
      Settings settings, String realm, String client, String name, String password) {
    return fetch(
        settings,
        realm,
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "username", name,
            "password", password));
  }

  private static String fetch(Settings settings, String realm, Map<String, String> form) {
    String url =
        settings.url(Port.KEYCLOAK) + "/realms/" + realm + "/protocol/openid-connect/token";
    Http.Answer answer = Http.send(Http.form(url, form));
    if (!answer.successful()) {
      throw new StackException(
          "Keycloak gives no token, status " + answer.status() + ": " + answer.body());
    }
    return answer.json().path("access_token").asText();
  }
}
