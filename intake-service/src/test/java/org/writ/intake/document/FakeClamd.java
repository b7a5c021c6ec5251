package org.writ.intake.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the part of clamd's protocol that is asked for, as clamd(8) describes it, over a real
 * socket. Finds the EICAR test file and nothing else.
 */
public final class FakeClamd implements AutoCloseable {

  /** What it does with a document. */
  public enum Mood {
    /** Scans it. */
    SCANNING,
    /** Reads it and never answers. */
    SILENT,
    /** Closes the connection at once. */
    CLOSING,
    /** Answers that it has no signatures. */
    FAILING
  }

  private static final long STREAM_MAX_LENGTH = 25L << 20;

  private final ServerSocketChannel server;
  private final Thread accepting;
  private final List<byte[]> scanned = new CopyOnWriteArrayList<>();
  private volatile long maxLength = STREAM_MAX_LENGTH;
  private volatile Mood mood = Mood.SCANNING;

  private FakeClamd(ServerSocketChannel server) {
    this.server = server;
    this.accepting = Thread.ofVirtual().name("fake-clamd").start(this::accept);
  }

  public static FakeClamd onTcp() {
    return listening(
        StandardProtocolFamily.INET, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  public static FakeClamd onUnix(Path path) {
    return listening(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(path));
  }

  private static FakeClamd listening(StandardProtocolFamily family, SocketAddress address) {
    try {
      var server = ServerSocketChannel.open(family);
      server.bind(address);
      return new FakeClamd(server);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As the setting {@code writ.scanner.address} names it. */
  public String address() {
    try {
      return switch (server.getLocalAddress()) {
        case InetSocketAddress tcp -> "tcp://127.0.0.1:" + tcp.getPort();
        case UnixDomainSocketAddress unix -> "unix:" + unix.getPath();
        default -> throw new IllegalStateException();
      };
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public void feels(Mood next) {
    mood = next;
  }

  public void takesAtMost(long bytes) {
    maxLength = bytes;
  }

  /** The documents that it has read to their end. */
  public List<byte[]> scanned() {
    return List.copyOf(scanned);
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel connection = server.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (ClosedChannelException _) {
      // The test is over.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      if (mood == Mood.CLOSING) {
        return;
      }
      var in = new DataInputStream(Channels.newInputStream(connection));
      OutputStream out = Channels.newOutputStream(connection);
      String command = command(in);
      if (!command.equals("zINSTREAM")) {
        answer(out, "UNKNOWN COMMAND");
        return;
      }
      var document = new ByteArrayOutputStream();
      for (int length = in.readInt(); length != 0; length = in.readInt()) {
        if (length < 0 || document.size() + (long) length > maxLength) {
          answer(out, "INSTREAM size limit exceeded. ERROR");
          return;
        }
        document.write(in.readNBytes(length));
      }
      scanned.add(document.toByteArray());
      answer(out, document.toByteArray(), in);
    } catch (IOException _) {
      // The client went away.
    }
  }

  private void answer(OutputStream out, byte[] document, DataInputStream in) throws IOException {
    switch (mood) {
      // Until the client gives up.
      case SILENT -> in.read();
      case FAILING -> answer(out, "stream: No supported database files found ERROR");
      default ->
          answer(
              out,
              new String(document, StandardCharsets.ISO_8859_1).contains(Documents.EICAR)
                  ? "stream: Eicar-Test-Signature FOUND"
                  : "stream: OK");
    }
  }

  private static String command(DataInputStream in) throws IOException {
    var command = new StringBuilder();
    for (int next = in.read(); next > 0; next = in.read()) {
      command.append((char) next);
    }
    return command.toString();
  }

  private static void answer(OutputStream out, String text) throws IOException {
    out.write((text + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      server.close();
      // The socket listens until the thread that accepts has left it; who connects until then is
      // not refused.
      accepting.join();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }
}
