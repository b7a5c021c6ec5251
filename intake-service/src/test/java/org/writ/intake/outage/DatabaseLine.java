package org.writ.intake.outage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.testing.TestStack;

/**
 * The line between the service and its database, which can be cut: connections break off, new ones
 * are refused. To be used beside {@link TestStack}, whose database it leads to.
 */
public final class DatabaseLine implements QuarkusTestResourceLifecycleManager {

  private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();
  private static int port;
  private static @Nullable ServerSocket listener;

  /** After {@link TestStack}: its address of the database is replaced. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    restore();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        "jdbc:mariadb://localhost:" + port + "/${writ.test.database}");
  }

  @Override
  public void stop() {
    cut();
    port = 0;
  }

  /** The database cannot be reached from now on. */
  static synchronized void cut() {
    close(listener);
    listener = null;
    OPEN.forEach(DatabaseLine::close);
    OPEN.clear();
  }

  /** The database can be reached again. */
  static synchronized void restore() {
    if (listener != null) {
      return;
    }
    try {
      var opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      port = opened.getLocalPort();
      listener = opened;
      Thread.ofVirtual().start(() -> accept(opened));
    } catch (IOException failure) {
      throw new UncheckedIOException("No port to listen on", failure);
    }
  }

  private static void accept(ServerSocket listener) {
    var database = URI.create(TestStack.database("").substring("jdbc:".length()));
    while (!listener.isClosed()) {
      try {
        var near = listener.accept();
        var far = new Socket(database.getHost(), database.getPort());
        OPEN.add(near);
        OPEN.add(far);
        if (listener.isClosed()) {
          // It was cut meanwhile.
          close(near);
          close(far);
        }
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      } catch (IOException end) {
        // Of this connection, or of the line.
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException end) {
      // The other side is closed as well.
    } finally {
      OPEN.remove(from);
      OPEN.remove(to);
    }
  }

  private static void close(@Nullable AutoCloseable open) {
    if (open != null) {
      try {
        open.close();
      } catch (Exception failure) {
        throw new IllegalStateException("Cannot be closed", failure);
      }
    }
  }
}
