package org.writ.pages;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.writ.look.Language;
import org.writ.look.Words;

/** Who looks at the current page, and in which language. */
@RequestScoped
public class Visit {

  /** Name of the cookie that remembers a chosen language. */
  static final String LANGUAGE_COOKIE = "writ_language";

  private final RoutingContext exchange;
  private final JsonWebToken token;
  private final SecurityIdentity identity;
  private final Speech speech;
  private final Clock clock;

  Visit(
      RoutingContext exchange,
      JsonWebToken token,
      SecurityIdentity identity,
      Speech speech,
      Clock clock) {
    this.exchange = exchange;
    this.token = token;
    this.identity = identity;
    this.speech = speech;
    this.clock = clock;
  }

  /** The language that was chosen, or else that the browser asks for. */
  static Language language(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(LANGUAGE_COOKIE))
        .map(Cookie::getValue)
        .flatMap(Language::of)
        .orElseGet(() -> Language.preferred(request.getHeader("Accept-Language")));
  }

  /** The words of the page. */
  public Words words() {
    return speech.in(language(exchange.request()));
  }

  /** The words of a language that is chosen just now. */
  public Words words(Language chosen) {
    return speech.in(chosen);
  }

  /** The time. */
  public Instant now() {
    return clock.instant();
  }

  /** The frame of a page that is looked at with GET. */
  public Frame frame(String here) {
    return frame(here, words(), exchange.request().uri(), Frame.LANGUAGE_FORM);
  }

  /** The frame of a page that answers a form; choosing a language sends that form again. */
  public Frame frame(String here, Words words, String back, String form) {
    return new Frame(
        words,
        now(),
        person(),
        here,
        back,
        form,
        Comfort.of(exchange.request()),
        identity.getRoles());
  }

  /** The person's name; empty if the identity provider does not tell it. */
  public String person() {
    return claim("name").or(() -> claim("preferred_username")).orElse("");
  }

  /** The identity provider's opaque id of the person. */
  public String subject() {
    return token.getSubject();
  }

  /** The person's access token, for calls to the other services in that person's name. */
  public String token() {
    return token.getRawToken();
  }

  /** What the identity provider tells about the person; empty if it does not. */
  public Optional<String> claim(String name) {
    return Optional.ofNullable(token.<String>getClaim(name)).filter(value -> !value.isBlank());
  }
}
