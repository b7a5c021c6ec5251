package org.writ.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.intake.outside.PublicAddresses;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/** Reads the address that an agency wants to be told at. Pure: no name is looked up. */
final class WebhookReader {

  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_PORT = 65_535;
  private static final String URL = "url";

  /** An address and not a name, as far as a URI may hold one. */
  private static final Pattern IP_LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

  private WebhookReader() {}

  /**
   * Which addresses are taken.
   *
   * @param http whether also without TLS
   * @param privately whether also such that are not on the Internet
   */
  record Allowed(boolean http, boolean privately) {}

  static Reading<URI> read(JsonNode body, Allowed allowed) {
    return Reading.of(
        body,
        members -> {
          String text = members.text(URL, Text.line(MAX_LENGTH));
          return text == null ? null : url(text, allowed, members);
        });
  }

  private static @Nullable URI url(String text, Allowed allowed, Members members) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException malformed) {
      members.fault(URL, "must be an address (RFC 3986)");
      return null;
    }
    if (!text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      members.fault(
          URL, "must be written in ASCII: the host in punycode, the rest percent-encoded");
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(allowed.http() && scheme.equals("http"))) {
      members.fault(URL, "must begin with https://");
    }
    if (url.getHost() == null || url.getHost().isEmpty()) {
      members.fault(URL, "must name a host");
      return url;
    }
    if (url.getRawUserInfo() != null) {
      members.fault(URL, "must not have a user or a password in it");
    }
    if (url.getRawFragment() != null) {
      members.fault(URL, "must not have a fragment");
    }
    if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
      members.fault(URL, "must have a port from 1 to 65535, if it has one");
    }
    if (!allowed.privately()
        && literal(url.getHost())
            .filter(address -> !PublicAddresses.contain(address))
            .isPresent()) {
      members.fault(URL, "must be on the Internet");
    }
    return url;
  }

  private static Optional<InetAddress> literal(String host) {
    if (!IP_LITERAL.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
