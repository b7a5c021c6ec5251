package org.writ.intake.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Somebody else's server, such as an agency's: answers as it is told, 204 otherwise, and remembers
 * what it got.
 */
public final class HookServer implements AutoCloseable {

  /** What it got. */
  public record Received(String path, String body, Headers headers) {
    public String header(String name) {
      return headers.getFirst(name);
    }
  }

  private record Answer(int status, Map<String, String> headers, byte[] body) {}

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int always = 204;
  private volatile boolean silent;

  public HookServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://localhost:" + port() + "/hook?a=b%20c";
  }

  /** Answers the next message with this. */
  public void next(int status, Map<String, String> headers, byte[] body) {
    answers.add(new Answer(status, headers, body));
  }

  /** Answers the next message with this status. */
  public void next(int status) {
    next(status, Map.of(), new byte[0]);
  }

  /** Answers all messages that nothing else was said for with this status. */
  public void always(int status) {
    always = status;
  }

  /** Takes messages and never answers. */
  public void keepSilent() {
    silent = true;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var got =
          new Received(exchange.getRequestURI().toString(), body, exchange.getRequestHeaders());
      Answer next = answers.poll();
      Answer answer = next == null ? new Answer(always, Map.of(), new byte[0]) : next;
      received.add(got);
      if (silent) {
        closing.await();
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    executor.close();
  }
}
