package org.writ.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final AuthenticationRequestContext CONTEXT =
      new AuthenticationRequestContext() {
        @Override
        public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> function) {
          return Uni.createFrom().item(function);
        }
      };

  private final SetClock clock = new SetClock();
  private final RememberedTokens tokens = new RememberedTokens(clock, Duration.ofSeconds(30));

  private static final class SetClock extends Clock {

    private Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void tokenThatWasVerifiedIsKnownWithItsCallersRolesAndTheCallAtHand() {
    // Given
    tokens.augment(identity("token", NOW.plusSeconds(60), call(null)), CONTEXT);
    RoutingContext second = call(null);

    // When
    SecurityIdentity known = authenticate("token", second).orElseThrow();

    // Then
    assertThat(known.getPrincipal().getName()).isEqualTo("somebody");
    assertThat(known.getRoles()).containsExactly("agency");
    assertThat(HttpSecurityUtils.getRoutingContextAttribute(known)).isSameAs(second);
  }

  @Test
  void isAskedBeforeWhoVerifies() {
    // Given
    var verifying =
        new IdentityProvider<TokenAuthenticationRequest>() {
          @Override
          public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
          }

          @Override
          public Uni<SecurityIdentity> authenticate(
              TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            return Uni.createFrom().nullItem();
          }
        };

    // When
    int priority = tokens.priority();

    // Then
    assertThat(priority).isGreaterThan(verifying.priority());
  }

  @Test
  void anotherTokenIsNotKnown() {
    // Given
    tokens.augment(identity("token", NOW.plusSeconds(60), call(null)), CONTEXT);

    // When
    var other = authenticate("tokem", call(null));

    // Then
    assertThat(other).isEmpty();
  }

  @Test
  void tokenIsForgottenAfterTheTimeThatItMayBeRemembered() {
    // Given
    tokens.augment(identity("token", NOW.plusSeconds(600), call(null)), CONTEXT);

    // When
    clock.now = NOW.plusSeconds(31);

    // Then
    assertThat(authenticate("token", call(null))).isEmpty();
  }

  @Test
  void tokenIsForgottenWhenItExpires() {
    // Given
    tokens.augment(identity("token", NOW.plusSeconds(5), call(null)), CONTEXT);

    // When
    clock.now = NOW.plusSeconds(5);

    // Then
    assertThat(authenticate("token", call(null))).isEmpty();
  }

  @Test
  void beingAskedForDoesNotProlongWhatIsRemembered() {
    // Given
    tokens.augment(identity("token", NOW.plusSeconds(600), call(null)), CONTEXT);
    clock.now = NOW.plusSeconds(20);
    authenticate("token", call(null))
        .ifPresent(known -> tokens.augment(known, CONTEXT).await().indefinitely());

    // When
    clock.now = NOW.plusSeconds(31);

    // Then
    assertThat(authenticate("token", call(null))).isEmpty();
  }

  @Test
  void tokenIsKnownOnlyToTheTenantThatVerifiedIt() {
    // Given
    tokens.augment(identity("token", NOW.plusSeconds(60), call(null)), CONTEXT);

    // When
    var elsewhere = authenticate("token", call("pages"));

    // Then
    assertThat(elsewhere).isEmpty();
  }

  private Optional<SecurityIdentity> authenticate(String token, RoutingContext call) {
    var request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
    HttpSecurityUtils.setRoutingContextAttribute(request, call);
    return Optional.ofNullable(tokens.authenticate(request, CONTEXT).await().indefinitely());
  }

  private static SecurityIdentity identity(String token, Instant expires, RoutingContext call) {
    var claims = new JwtClaims();
    claims.setSubject("somebody");
    claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
    claims.setClaim("raw_token", token);
    var credential = new AccessTokenCredential(token);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new OidcJwtCallerPrincipal(claims, credential))
        .addCredential(credential)
        .addRole("agency")
        .addAttribute(RoutingContext.class.getName(), call)
        .build();
  }

  /** A call that has nothing but its tenant. */
  private static RoutingContext call(@Nullable String tenant) {
    Map<String, String> data = tenant == null ? Map.of() : Map.of("tenant-id", tenant);
    return (RoutingContext)
        Proxy.newProxyInstance(
            RoutingContext.class.getClassLoader(),
            new Class<?>[] {RoutingContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "get" -> data.getOrDefault(arguments[0], (String) arguments[1]);
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
