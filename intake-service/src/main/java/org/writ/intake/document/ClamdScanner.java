package org.writ.intake.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks ClamAV's daemon, by its own protocol (clamd(8), {@code INSTREAM}): a document is sent over a
 * connection of its own, and never by a path, so that the daemon needs to read no file of ours.
 *
 * <pre>
 *   request  = "zINSTREAM" 00 chunk* 00000000
 *   chunk    = length(4, network order, not 0) bytes
 *   answer   = "stream: OK" 00 | "stream: " signature " FOUND" 00 | text " ERROR" 00
 * </pre>
 *
 * <p>Thread-safe.
 */
final class ClamdScanner {

  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK_BYTES = 1 << 16;

  /** Longer than any answer. */
  private static final int MAX_ANSWER = 4_096;

  private static final String PREFIX = "stream: ";
  private static final String FOUND = " FOUND";

  /** What it says of more than its {@code StreamMaxLength}. */
  private static final String TOO_LARGE = "INSTREAM size limit exceeded";

  private final ScannerAddress address;
  private final Duration timeout;

  /**
   * With its address.
   *
   * @param timeout for one document, from connecting to the answer
   */
  ClamdScanner(ScannerAddress address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  /**
   * Has a document scanned.
   *
   * @param document from its start; not closed
   */
  Verdict scan(InputStream document) {
    try (SocketChannel channel = address.channel()) {
      var exchange = new FutureTask<>(() -> exchange(channel, document));
      Thread.ofVirtual().name("writ-scan").start(exchange);
      // Sockets of Unix have no timeout of their own; leaving here closes the channel under the
      // thread.
      return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Verdict.Unreachable("no answer within " + timeout);
    } catch (ExecutionException failure) {
      return new Verdict.Unreachable(
          Objects.requireNonNullElse(failure.getCause(), failure).getClass().getSimpleName());
    } catch (IOException failure) {
      return new Verdict.Unreachable(failure.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Verdict.Unreachable("interrupted");
    }
  }

  private Verdict exchange(SocketChannel channel, InputStream document) throws IOException {
    try {
      channel.connect(address.resolve());
    } catch (UnresolvedAddressException unknownHost) {
      throw new IOException("The scanner's host is not known", unknownHost);
    }
    IOException refused = null;
    try {
      send(channel, document);
    } catch (IOException failure) {
      // clamd answers and closes as soon as a document exceeds its limit; the answer says more.
      refused = failure;
    }
    String answer = answer(channel, refused);
    if (answer.equals(PREFIX + "OK")) {
      return new Verdict.Clean();
    }
    if (answer.startsWith(PREFIX) && answer.endsWith(FOUND)) {
      return new Verdict.Infected(
          answer.substring(PREFIX.length(), answer.length() - FOUND.length()));
    }
    if (answer.isEmpty()) {
      throw refused == null ? new IOException("The scanner closed without an answer") : refused;
    }
    return answer.startsWith(TOO_LARGE) ? new Verdict.TooLarge() : new Verdict.NotScanned(answer);
  }

  private static void send(SocketChannel channel, InputStream document) throws IOException {
    write(channel, ByteBuffer.wrap(COMMAND));
    byte[] chunk = new byte[CHUNK_BYTES];
    var length = ByteBuffer.allocate(Integer.BYTES);
    for (int read = document.readNBytes(chunk, 0, chunk.length);
        read > 0;
        read = document.readNBytes(chunk, 0, chunk.length)) {
      write(channel, length.clear().putInt(read).flip());
      write(channel, ByteBuffer.wrap(chunk, 0, read));
    }
    write(channel, length.clear().putInt(0).flip());
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String answer(SocketChannel channel, @Nullable IOException refused)
      throws IOException {
    var answer = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(MAX_ANSWER);
    try {
      while (answer.size() < MAX_ANSWER && channel.read(buffer.clear()) >= 0) {
        answer.write(buffer.array(), 0, buffer.position());
        if (buffer.position() > 0 && buffer.get(buffer.position() - 1) == 0) {
          break;
        }
      }
    } catch (IOException failure) {
      throw refused == null ? failure : refused;
    }
    return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}
