package org.writ.review.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.web.security.Persons;

/** Whom the tokens name. On the pages there are two of them. */
class ReviewersTest {

  private static final Token ID_TOKEN = new Token(Map.of("sub", "other", "person", "p-other"));

  @Test
  void thePersonOfThePagesIsTheAccessTokens() {
    assertThat(reviewers(new Token(Map.of("sub", "s-1", "person", "p-1"))).signedIn())
        .isEqualTo(new Actor("reviewer", "p-1"));
  }

  @Test
  void whoHasNoPersonInTheAccessTokenIsItsSubject() {
    assertThat(reviewers(new Token(Map.of("sub", "s-1"))).signedIn())
        .isEqualTo(new Actor("reviewer", "s-1"));
  }

  @Test
  void aPersonByNoOpaqueIdIsRefused() {
    Reviewers reviewers = reviewers(new Token(Map.of("sub", "s-1", "person", "rita@writ.example")));

    assertThatThrownBy(reviewers::signedIn).isInstanceOf(HttpProblem.class);
  }

  @Test
  void nobodyIsNamedWithoutAnAccessToken() {
    Reviewers reviewers = reviewers(new Token(Map.of()));

    assertThatThrownBy(reviewers::signedIn).isInstanceOf(IllegalStateException.class);
  }

  private static Reviewers reviewers(JsonWebToken accessToken) {
    var identity =
        QuarkusSecurityIdentity.builder().setPrincipal(ID_TOKEN).addRole("reviewer").build();
    return new Reviewers(identity, new Persons(accessToken, "person"));
  }

  private record Token(Map<String, String> claims) implements JsonWebToken {

    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String name) {
      return (T) claims.get(name);
    }
  }
}
