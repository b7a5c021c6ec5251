package org.writ.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

  private static final byte[] CONTENT = "token".getBytes(StandardCharsets.UTF_8);

  @Test
  void onlyTheSameCookieOpensASession() {
    // Given
    var cookie = SessionCookie.random();
    byte[] sealed = cookie.seal(CONTENT);

    // When
    var opened = new SessionCookie(cookie.value()).open(sealed);
    var openedByAnother = SessionCookie.random().open(sealed);

    // Then
    assertThat(opened).contains(CONTENT);
    assertThat(openedByAnother).isEmpty();
  }

  @Test
  void whatTheServerKeepsTellsNothingOfTheCookie() {
    // Given
    var cookie = SessionCookie.random();

    // When
    String id = cookie.id();

    // Then
    assertThat(id).matches("[0-9a-f]{64}").doesNotContain(cookie.value());
    assertThat(cookie.seal(CONTENT)).isNotEqualTo(CONTENT);
    assertThat(cookie.toString()).doesNotContain(cookie.value());
  }
}
