package org.writ.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * What intake does: submissions over connections that stay open, each sending its next one when its
 * last is answered. One thread on a selector, so that the client takes little from what it
 * measures.
 */
final class SubmissionLoad {

  private static final int ANSWER_BYTES = 16 * 1024;
  private static final String ACCEPTED = "HTTP/1.1 202 ";
  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *([0-9]+)\r\n", Pattern.CASE_INSENSITIVE);
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final int SHOWN = 300;

  private final InetSocketAddress address;
  private final SubmissionBytes submissions;

  SubmissionLoad(int port, SubmissionBytes submissions) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.submissions = submissions;
  }

  /** One connection with the submission that is under way on it. */
  private final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final ByteBuffer submission = submissions.buffer();
    private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
    private long begun;

    Connection() throws IOException {
      channel = SocketChannel.open(address);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
    }

    void begin(SelectionKey key) throws IOException {
      submissions.renew(submission);
      answer.clear();
      begun = System.nanoTime();
      write(key);
    }

    void write(SelectionKey key) throws IOException {
      channel.write(submission);
      key.interestOps(submission.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Whether the answer is here, whole. */
    boolean read() throws IOException {
      if (channel.read(answer) < 0) {
        throw new IOException("Intake closed a connection");
      }
      String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
      int head = text.indexOf(END_OF_HEAD);
      if (head < 0) {
        return false;
      }
      if (!text.startsWith(ACCEPTED)) {
        throw new IOException("Not accepted: " + text.substring(0, Math.min(SHOWN, text.length())));
      }
      var length = LENGTH.matcher(text);
      if (!length.find()) {
        throw new IOException("An answer without a length");
      }
      return text.length() >= head + END_OF_HEAD.length() + Integer.parseInt(length.group(1));
    }

    String answer() {
      return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /**
   * Many at a time.
   *
   * @throws IOException if one is not accepted: figures of refusals are none
   */
  Round round(int connections, Duration length) throws IOException {
    Histogram durations = Round.histogram();
    var open = new ArrayList<Connection>();
    try (var selector = Selector.open()) {
      for (int count = 0; count < connections; count++) {
        var connection = new Connection();
        open.add(connection);
        connection.channel.register(selector, SelectionKey.OP_WRITE, connection);
      }
      long begun = System.nanoTime();
      long end = begun + length.toNanos();
      for (SelectionKey key : selector.keys()) {
        ((Connection) key.attachment()).begin(key);
      }
      int busy = connections;
      while (busy > 0) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          var connection = (Connection) key.attachment();
          if (key.isWritable()) {
            connection.write(key);
          } else if (connection.read()) {
            long now = System.nanoTime();
            durations.recordValue(now - connection.begun);
            if (now < end) {
              connection.begin(key);
            } else {
              key.interestOps(0);
              busy--;
            }
          }
        }
        selector.selectedKeys().clear();
      }
      return Round.of(durations, System.nanoTime() - begun);
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  /** Submits one and gives the id of the request. */
  String one() throws IOException {
    try (var selector = Selector.open();
        var connection = new Connection()) {
      var key = connection.channel.register(selector, SelectionKey.OP_WRITE, connection);
      connection.begin(key);
      while (true) {
        selector.select();
        selector.selectedKeys().clear();
        if (key.isWritable()) {
          connection.write(key);
        } else if (connection.read()) {
          String answer = connection.answer();
          int id = answer.indexOf("\"id\":\"") + "\"id\":\"".length();
          return answer.substring(id, answer.indexOf('"', id));
        }
      }
    }
  }
}
