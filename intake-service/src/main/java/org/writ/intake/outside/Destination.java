package org.writ.intake.outside;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes that somebody else named the address of. The host's name is looked up once,
 * every address that it has must be one that may be called, and the connection goes to the address
 * that was looked at: a name that means something else a moment later (DNS rebinding) leads
 * nowhere.
 *
 * @param url what is called
 * @param host of the URL, without brackets
 * @param port of the URL, or its scheme's
 * @param tls whether it is called with TLS
 * @param address that the host's name stands for
 */
public record Destination(URI url, String host, int port, boolean tls, InetAddress address) {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /**
   * What may be called.
   *
   * @param http addresses without TLS, too
   * @param nonPublic addresses that are not on the Internet, too
   */
  public record Rules(boolean http, boolean nonPublic) {}

  /** An address that is not called. */
  public static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    Refused(String why) {
      super(why);
      this.why = why;
    }

    /** A sentence that repeats nothing of the address. */
    public String why() {
      return why;
    }
  }

  /**
   * Looks an address up, which may take as long as the resolver does.
   *
   * @throws Refused if it may not be called, or its host is not known
   */
  public static Destination of(URI url, Rules rules) throws Refused {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    if (!tls && !(rules.http() && "http".equalsIgnoreCase(url.getScheme()))) {
      throw new Refused("The address has no TLS.");
    }
    String host = host(url);
    if (host.isEmpty()) {
      throw new Refused("The host is not known.");
    }
    List<InetAddress> addresses = lookedUp(host);
    if (!rules.nonPublic() && !addresses.stream().allMatch(PublicAddresses::contain)) {
      throw new Refused("The host is not on the Internet.");
    }
    int port = url.getPort() > 0 ? url.getPort() : tls ? HTTPS : HTTP;
    return new Destination(url, host, port, tls, addresses.getFirst());
  }

  /** A call to it, which follows no redirect. */
  public RequestOptions call(HttpMethod method, Duration connectLimit) {
    return new RequestOptions()
        .setMethod(method)
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
        .setHost(host)
        .setPort(port)
        .setSsl(tls)
        .setURI(path())
        .setFollowRedirects(false)
        .setConnectTimeout(connectLimit.toMillis());
  }

  private String path() {
    String path = orSlash(url.getRawPath());
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  private static String orSlash(@Nullable String path) {
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static String host(URI url) {
    String host = url.getHost() == null ? "" : url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static List<InetAddress> lookedUp(String host) throws Refused {
    try {
      return Arrays.asList(InetAddress.getAllByName(host));
    } catch (UnknownHostException unknown) {
      throw new Refused("The host is not known.");
    }
  }
}
