package org.writ.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of those who are signed in on the server; the browser has a {@link
 * SessionCookie} and nothing else.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SignedIn implements TokenStateManager {

  private final Sessions sessions;
  private final ObjectMapper json;

  SignedIn(Sessions sessions, ObjectMapper json) {
    this.sessions = sessions;
    this.json = json;
  }

  @Override
  public Uni<String> createTokenState(
      RoutingContext exchange,
      OidcTenantConfig tenant,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> context) {
    return context.runBlocking(
        () -> {
          var cookie = SessionCookie.random();
          sessions.keep(cookie.id(), cookie.seal(written(tokens)));
          return cookie.value();
        });
  }

  /**
   * The tokens of a session.
   *
   * @return fails with AuthenticationFailedException, which ends in a page that says so, if the
   *     session is over
   */
  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext exchange,
      OidcTenantConfig tenant,
      String state,
      OidcRequestContext<AuthorizationCodeTokens> context) {
    return context.runBlocking(
        () -> {
          var cookie = new SessionCookie(state);
          return sessions
              .find(cookie.id())
              .flatMap(cookie::open)
              .map(this::read)
              .orElseThrow(() -> new AuthenticationFailedException("The session is over"));
        });
  }

  @Override
  public Uni<Void> deleteTokens(
      RoutingContext exchange,
      OidcTenantConfig tenant,
      String state,
      OidcRequestContext<Void> context) {
    return context.runBlocking(
        () -> {
          sessions.end(new SessionCookie(state).id());
          return null;
        });
  }

  private byte[] written(AuthorizationCodeTokens tokens) {
    var node =
        json.createObjectNode()
            .put("id", tokens.getIdToken())
            .put("access", tokens.getAccessToken())
            .put("refresh", tokens.getRefreshToken())
            .put("expiresIn", tokens.getAccessTokenExpiresIn())
            .put("scope", tokens.getAccessTokenScope());
    try {
      return json.writeValueAsBytes(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Every tree can be written", impossible);
    }
  }

  private AuthorizationCodeTokens read(byte[] written) {
    try {
      JsonNode node = json.readTree(written);
      return new AuthorizationCodeTokens(
          text(node, "id"),
          text(node, "access"),
          text(node, "refresh"),
          node.path("expiresIn").isNumber() ? node.path("expiresIn").longValue() : null,
          text(node, "scope"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static @Nullable String text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::textValue).orElse(null);
  }
}
