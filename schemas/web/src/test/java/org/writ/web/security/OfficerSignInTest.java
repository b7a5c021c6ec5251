package org.writ.web.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficerSignInTest {

  private static final List<String> GOLD = List.of("gold");

  private static OfficerSignIn signIn(List<String> required, Map<String, String> claims) {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("subject"))
            .addRole(Roles.AGENCY)
            .build();
    return new OfficerSignIn(
        new Caller(new Token(claims), identity), Optional.of(List.of("pages")), required);
  }

  @ParameterizedTest
  @CsvSource({
    "pages,dora",
    "agency-de,dora",
    "agency-de,service-account-agency-fr",
    "agency-de,''"
  })
  void whoeverIsNoMachineNeedsASecondFactor(String client, String name) {
    // Given
    var weak = Map.of("azp", client, "preferred_username", name, "acr", "silver");
    var strong = Map.of("azp", client, "preferred_username", name, "acr", "gold");

    // When, Then
    assertThatThrownBy(() -> signIn(GOLD, weak).request())
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("second factor");
    assertThatCode(() -> signIn(GOLD, strong).request()).doesNotThrowAnyException();
  }

  @Test
  void machineIsNotAsked() {
    // Given
    var claims =
        Map.of("azp", "Agency-DE", "preferred_username", "service-account-agency-de", "acr", "1");

    // When, Then
    assertThatCode(() -> signIn(GOLD, claims).request()).doesNotThrowAnyException();
  }

  @Test
  void noneIsSaidAndStandsAlone() {
    // Given
    var claims = Map.of("azp", "pages", "preferred_username", "dora");

    // When, Then
    assertThatCode(() -> signIn(List.of("none"), claims).request()).doesNotThrowAnyException();
    assertThatThrownBy(() -> signIn(List.of("gold", "none"), claims))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WRIT_OFFICERS_REQUIRED_ACR");
  }

  @Test
  void settingHasNoDefault() throws IOException {
    // Given
    URL settings =
        Objects.requireNonNull(
            OfficerSignIn.class.getResource("/META-INF/microprofile-config.properties"));
    var config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(settings))
            .build();

    // When, Then
    assertThatThrownBy(() -> config.getValues("writ.officers.required-acr", String.class))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("WRIT_OFFICERS_REQUIRED_ACR");
  }

  /** An access token that says this. */
  private record Token(Map<String, String> claims) implements JsonWebToken {

    @Override
    public String getName() {
      return "subject";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String name) {
      return (T) claims.get(name);
    }
  }
}
