package org.writ.transparency.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Headers on every answer, also on files and errors. The stylesheet has its small images inside it,
 * hence {@code data:}; there is no script at all.
 */
@ApplicationScoped
class SecurityHeaders {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final int BEFORE_ALL = 1000;

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          HttpServerResponse response = context.response();
          response.putHeader("Content-Security-Policy", POLICY);
          response.putHeader("X-Content-Type-Options", "nosniff");
          response.putHeader("Referrer-Policy", "no-referrer");
          response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
          response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
          context.next();
        },
        BEFORE_ALL);
  }
}
