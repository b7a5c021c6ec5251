package org.writ.intake.agency;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mail domains (RFC 1035, RFC 5890). */
public final class Domains {

  private static final int MAX_LENGTH = 253;

  /** Two labels or more; the last is no number, so that an IP address is no domain. */
  private static final Pattern SYNTAX =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  private Domains() {}

  /** The one form of a domain (A-labels, lower case); empty if it is none. */
  public static Optional<String> canonical(String domain) {
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return ascii.length() <= MAX_LENGTH && SYNTAX.matcher(ascii).matches()
          ? Optional.of(ascii)
          : Optional.empty();
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }
}
