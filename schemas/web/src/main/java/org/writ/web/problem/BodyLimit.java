package org.writ.web.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of a body are read. A body that announces more is refused before any of it is
 * read; one that announces nothing is refused as soon as it exceeds the limit. Where more may come,
 * a {@link LargerBody} says so.
 */
@ApplicationScoped
public class BodyLimit {

  /** Just before the server's own limit, which answers without a body. */
  private static final int BEFORE_SERVERS_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;

  private static final int CONTENT_TOO_LARGE = 413;

  private final int maxBytes;
  private final Instance<LargerBody> exceptions;

  BodyLimit(
      @ConfigProperty(name = "writ.body.max-size") MemorySize maxSize,
      @Any Instance<LargerBody> exceptions) {
    this.maxBytes = Math.toIntExact(maxSize.asLongValue());
    this.exceptions = exceptions;
  }

  /**
   * Reads a body to its end.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 413 if it is longer than the limit
   */
  public byte[] read(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw Problems.tooLarge(maxBytes);
      }
      return bytes;
    } catch (IOException interrupted) {
      throw Problems.malformed("The body ended before it was complete.");
    }
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_SERVERS_LIMIT).handler(this::refuseAnnounced);
  }

  private void refuseAnnounced(RoutingContext exchange) {
    long limit = limit(exchange.request().method().name(), exchange.request().path());
    if (announced(exchange) <= limit) {
      exchange.next();
      return;
    }
    var problem =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", "Request Entity Too Large")
            .put("status", CONTENT_TOO_LARGE)
            .put("detail", Problems.tooLargeDetail(limit));
    exchange
        .response()
        .setStatusCode(CONTENT_TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        // The rest of the body is not read, so the connection cannot be used again.
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(problem.toBuffer());
  }

  private long limit(String method, @Nullable String path) {
    return path == null
        ? maxBytes
        : exceptions.stream()
            .filter(exception -> exception.covers(method, path))
            .mapToLong(LargerBody::maxBytes)
            .max()
            .orElse(maxBytes);
  }

  private static long announced(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException malformed) {
      // Left to the server, which refuses it.
      return 0;
    }
  }
}
