package org.writ.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands where other servers would: the transparency-service, the disclosure-service and a registry
 * of domains (below {@code /rdap}). What is PUT to an address is answered to all else that is asked
 * there, with the status that the query names; everything else is not found. A GET below {@code
 * /authorization} says who asked there last.
 */
public final class OtherServers implements QuarkusTestResourceLifecycleManager {

  private static final String AUTHORIZATION = "/authorization";
  private static final String BROKEN_OFF = "&broken-off";
  private static final int MISSING_BYTES = 1_000;

  private record Content(int status, byte[] body, boolean brokenOff) {}

  private static final Content NOTHING =
      new Content(404, "{}".getBytes(StandardCharsets.UTF_8), false);

  private final Map<String, Content> contents = new ConcurrentHashMap<>();
  private final Map<String, String> callers = new ConcurrentHashMap<>();
  private final HttpServer server;

  public OtherServers() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::handle);
  }

  /** What is answered at an address from now on. */
  public static void answer(String path, int status, byte[] body) {
    put(path + "?" + status, body);
  }

  /** The same, as text. */
  public static void answer(String path, int status, String body) {
    answer(path, status, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A longer answer is announced, and breaks off after these bytes. */
  public static void breakOff(String path, byte[] body) {
    put(path + "?200" + BROKEN_OFF, body);
  }

  /** The header Authorization of the last call of an address; empty if there was none. */
  public static String callerOf(String path) {
    return RestAssured.given().baseUri(address()).get(AUTHORIZATION + path).asString();
  }

  private static void put(String address, byte[] body) {
    RestAssured.given()
        .baseUri(address())
        .contentType("application/octet-stream")
        .body(body)
        .put(address)
        .then()
        .statusCode(204);
  }

  private static String address() {
    return ConfigProvider.getConfig().getValue("writ.receipts.ledger", String.class);
  }

  @Override
  public Map<String, String> start() {
    server.start();
    String address = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "writ.test.ledger", address,
        "writ.test.disclosure", address,
        "writ.test.domain-registry", address + "/rdap");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var address = exchange.getRequestURI();
      String path = address.getPath();
      if (exchange.getRequestMethod().equals("PUT")) {
        contents.put(path, content(address.getQuery(), exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(204, -1);
      } else if (path.startsWith(AUTHORIZATION)) {
        String caller = callers.getOrDefault(path.substring(AUTHORIZATION.length()), "");
        send(exchange, new Content(200, caller.getBytes(StandardCharsets.UTF_8), false));
      } else {
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
            .ifPresent(caller -> callers.put(path, caller));
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        send(exchange, contents.getOrDefault(path, NOTHING));
      }
    }
  }

  private static Content content(String query, byte[] body) {
    boolean brokenOff = query.endsWith(BROKEN_OFF);
    return new Content(Integer.parseInt(query.replace(BROKEN_OFF, "")), body, brokenOff);
  }

  private static void send(HttpExchange exchange, Content content) throws IOException {
    int length = content.body().length + (content.brokenOff() ? MISSING_BYTES : 0);
    exchange.sendResponseHeaders(content.status(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(content.body());
    exchange.getResponseBody().flush();
  }
}
