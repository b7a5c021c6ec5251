package org.writ.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Access tokens that were verified a moment ago: a machine sends the same one with each of its
 * calls, and verifying it costs more than most of what it asks for. A token is forgotten when it
 * expires, and after a short time in any case, so that a key that the identity provider withdrew
 * does not count much longer.
 *
 * <p>Only what depends on nothing but the token is remembered: that it is bound to the connection's
 * certificate ({@link BoundTokens}), and that who calls may still act, is asked for each call anew.
 * Thread-safe.
 */
@ApplicationScoped
public class RememberedTokens
    implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

  private static final int MOST = 10_000;

  /** The one that verifies has the same priority as all that say nothing about it: one more. */
  private static final int AHEAD = 100;

  private record Key(String tenant, String token) {}

  private final Clock clock;
  private final Cache<Key, SecurityIdentity> verified;

  RememberedTokens(
      Clock clock, @ConfigProperty(name = "writ.sign-in.remembered") Duration remembered) {
    this.clock = clock;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .expireAfter(
                Expiry.<Key, SecurityIdentity>creating((_, known) -> left(known, remembered)))
            .build();
  }

  private Duration left(SecurityIdentity known, Duration remembered) {
    Duration left =
        Duration.between(clock.instant(), Instant.ofEpochSecond(token(known).getExpirationTime()));
    return left.compareTo(remembered) < 0 ? left : remembered;
  }

  private static JsonWebToken token(SecurityIdentity identity) {
    return (JsonWebToken) identity.getPrincipal();
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  /** Before the one that verifies; the same for augmentors, of which there is no other. */
  @Override
  public int priority() {
    return IdentityProvider.SYSTEM_FIRST + AHEAD;
  }

  /** Who sent a token that is remembered; nothing if it is not: then it is verified. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    RoutingContext call = HttpSecurityUtils.getRoutingContextAttribute(request);
    if (call != null && request.getToken() instanceof AccessTokenCredential token) {
      SecurityIdentity known = verified.getIfPresent(new Key(tenant(call), token.getToken()));
      if (known != null) {
        return Uni.createFrom().item(of(known, call));
      }
    }
    return Uni.createFrom().nullItem();
  }

  /** Remembers a token that was verified, unless it is remembered already. */
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    RoutingContext call = HttpSecurityUtils.getRoutingContextAttribute(identity);
    var credential = identity.getCredential(AccessTokenCredential.class);
    // A session of the pages has an access token too, and is verified by another one.
    if (call != null
        && credential != null
        && identity.getPrincipal() instanceof JsonWebToken token
        && credential.getToken().equals(token.getRawToken())) {
      verified
          .asMap()
          .computeIfAbsent(new Key(tenant(call), credential.getToken()), _ -> without(identity));
    }
    return Uni.createFrom().item(identity);
  }

  private static String tenant(RoutingContext call) {
    return call.get(OidcUtils.TENANT_ID_ATTRIBUTE, OidcUtils.DEFAULT_TENANT_ID);
  }

  /** The same without its call, which is over long before it is forgotten. */
  private static SecurityIdentity without(SecurityIdentity identity) {
    return builder(identity).build();
  }

  private static SecurityIdentity of(SecurityIdentity known, RoutingContext call) {
    return builder(known).addAttribute(RoutingContext.class.getName(), call).build();
  }

  private static QuarkusSecurityIdentity.Builder builder(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(identity.getRoles())
        .addCredentials(identity.getCredentials());
  }
}
