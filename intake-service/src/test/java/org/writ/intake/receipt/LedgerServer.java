package org.writ.intake.receipt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands where the transparency-service would. What is PUT to an address is answered to a GET of
 * it, with the status that the query names; everything else is not found.
 */
public final class LedgerServer implements QuarkusTestResourceLifecycleManager {

  private record Content(int status, byte[] body) {}

  private final Map<String, Content> contents = new ConcurrentHashMap<>();
  private final HttpServer server;

  public LedgerServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::handle);
  }

  @Override
  public Map<String, String> start() {
    server.start();
    return Map.of("writ.test.ledger", "http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var address = exchange.getRequestURI();
      if (exchange.getRequestMethod().equals("PUT")) {
        contents.put(
            address.getPath(),
            new Content(
                Integer.parseInt(address.getQuery()), exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      var content =
          contents.getOrDefault(
              address.getPath(), new Content(404, "{}".getBytes(StandardCharsets.UTF_8)));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(content.status(), content.body().length);
      exchange.getResponseBody().write(content.body());
    }
  }
}
