package org.writ.pages;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before every page, also before sign-in: headers that keep other sites out, and the check
 * that a change comes from a page of ours. Everywhere else a cookie means nothing.
 */
@ApplicationScoped
class Guard {

  private static final int BEFORE_ALL = 1000;
  private static final int FORBIDDEN = 403;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final String FRAMED_POLICY =
      "default-src 'none'; img-src 'self' data:; object-src 'self'; style-src 'unsafe-inline';"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
  private static final String SIGN_OUT = "/desk/sign-out";

  private final ErrorPage errors;
  private final String policy;
  private final Optional<Pattern> framed;

  Guard(
      ErrorPage errors,
      @ConfigProperty(name = "writ.pages.issuer") URI issuer,
      @ConfigProperty(name = "writ.pages.framed") Optional<String> framed) {
    this.errors = errors;
    this.framed = framed.map(Pattern::compile);
    // A form that is sent after the session ended leads to the identity provider.
    this.policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
            + " img-src 'self' data:; frame-src %s; form-action 'self' %s://%s; base-uri 'none';"
                .formatted(
                    framed.isPresent() ? "'self'" : "'none'",
                    issuer.getScheme(),
                    issuer.getRawAuthority())
            + " frame-ancestors 'none'";
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_ALL);
  }

  /** Whether an address is one of the pages'. */
  static boolean isPage(String path) {
    return path.equals("/desk") || path.startsWith("/desk/");
  }

  /** What a page shows in a frame runs and loads nothing, and stands in our own pages only. */
  private String policy(String path) {
    return framed.filter(content -> content.matcher(path).matches()).isPresent()
        ? FRAMED_POLICY
        : policy;
  }

  private void pass(RoutingContext exchange) {
    // As the router sees it, so that no spelling of an address slips through.
    if (!isPage(exchange.normalizedPath())) {
      // The extension would take a session for a sign-in everywhere, whichever path it is for.
      exchange.request().headers().remove("Cookie");
      exchange.next();
      return;
    }
    exchange
        .response()
        .putHeader("Content-Security-Policy", policy(exchange.normalizedPath()))
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .putHeader("Cache-Control", "no-store");
    HttpServerRequest request = exchange.request();
    // A websocket is opened with GET, by any site that likes to, and not bound to its own.
    boolean change =
        SameOrigin.isChange(request.method().name())
            || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    if (change && !origin(request).holds()) {
      refuse(exchange, FORBIDDEN);
    } else if (!change && exchange.normalizedPath().equals(SIGN_OUT)) {
      // A link on another site could sign people out.
      refuse(exchange, METHOD_NOT_ALLOWED);
    } else {
      exchange.next();
    }
  }

  private static SameOrigin origin(HttpServerRequest request) {
    var authority = request.authority();
    return new SameOrigin(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        authority == null ? null : authority.toString());
  }

  private void refuse(RoutingContext exchange, int status) {
    exchange
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", ErrorPage.HTML)
        .end(errors.render(Visit.language(exchange.request()), FORBIDDEN, ""));
  }
}
