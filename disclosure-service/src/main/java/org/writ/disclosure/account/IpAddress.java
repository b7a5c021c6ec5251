package org.writ.disclosure.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * IP addresses in one form each, so that equal addresses are equal texts: IPv4 in dotted decimals,
 * IPv6 as RFC 5952, section 4 asks, an IPv4-mapped address as IPv4.
 */
final class IpAddress {

  private static final int GROUPS = 8;

  private IpAddress() {}

  /** The one form of an address; empty if the text is none. Never asks a name server. */
  static Optional<String> canonical(String text) {
    try {
      InetAddress address = InetAddress.ofLiteral(text);
      if (address instanceof Inet6Address six) {
        return six.getScopeId() == 0 ? Optional.of(compressed(six.getAddress())) : Optional.empty();
      }
      return Optional.of(address.getHostAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String compressed(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }
    Zeros zeros = longestZeros(groups);
    if (zeros.length < 2) {
      return join(groups, 0, GROUPS);
    }
    return join(groups, 0, zeros.start) + "::" + join(groups, zeros.start + zeros.length, GROUPS);
  }

  /** A run of zero groups; the first of the longest ones is written as two colons. */
  private record Zeros(int start, int length) {}

  private static Zeros longestZeros(int[] groups) {
    var longest = new Zeros(0, 0);
    for (int start = 0; start < GROUPS; start++) {
      int end = start;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - start > longest.length) {
        longest = new Zeros(start, end - start);
      }
    }
    return longest;
  }

  private static String join(int[] groups, int start, int end) {
    var text = new StringBuilder();
    for (int i = start; i < end; i++) {
      text.append(i == start ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
