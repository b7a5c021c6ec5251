package org.writ.intake.document;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.regex.Pattern;

/**
 * Where clamd listens.
 *
 * @param text {@code tcp://host:port} or {@code unix:/path}
 */
record ScannerAddress(String text) {

  private static final Pattern TCP =
      Pattern.compile("tcp://(\\[[0-9A-Fa-f:.]+]|[^:/]+):([0-9]{1,5})");
  private static final String UNIX = "unix:";
  private static final int MAX_PORT = 65_535;

  /** Refuses what is neither. */
  ScannerAddress {
    var tcp = TCP.matcher(text);
    boolean isTcp = tcp.matches() && Integer.parseInt(tcp.group(2)) <= MAX_PORT;
    if (!isTcp && !(text.startsWith(UNIX + "/"))) {
      throw new IllegalArgumentException(
          "writ.scanner.address must be tcp://host:port or unix:/path, not " + text);
    }
  }

  /** A channel that is not connected yet, of the family of {@link #resolve}. */
  SocketChannel channel() throws IOException {
    return text.startsWith(UNIX)
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  /** The address; a host's name is looked up now. */
  SocketAddress resolve() {
    var tcp = TCP.matcher(text);
    if (!tcp.matches()) {
      return UnixDomainSocketAddress.of(text.substring(UNIX.length()));
    }
    return new InetSocketAddress(
        tcp.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(tcp.group(2)));
  }
}
