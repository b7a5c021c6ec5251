package org.writ.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs somebody in to the pages of a service, as a browser does. */
final class PageSession {

  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final int OK = 200;

  private PageSession() {}

  /** As browsers do it: what is secure is sent to this machine without TLS, too. */
  private static final class LocalCookies extends CookieManager {

    LocalCookies() {
      super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI address, Map<String, List<String>> headers) throws IOException {
      var plain = new HashMap<String, List<String>>();
      headers.forEach(
          (name, values) ->
              plain.put(
                  name,
                  values.stream().map(value -> value.replaceAll("(?i); *Secure", "")).toList()));
      super.put(address, plain);
    }
  }

  /**
   * Asks for a page, signs in at the identity provider, and gives the calls of the session.
   *
   * @param person a demo person; the password is the name
   * @throws IOException if the page is not reached
   */
  static Calls signIn(String service, String path, String person)
      throws IOException, InterruptedException {
    var cookies = new LocalCookies();
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .version(HttpClient.Version.HTTP_1_1)
            .build()) {
      var form =
          browser.send(
              HttpRequest.newBuilder(URI.create(service + path)).build(), BodyHandlers.ofString());
      Matcher action = ACTION.matcher(form.body());
      if (!action.find()) {
        throw new IOException("There is no form to sign in with at " + form.uri());
      }
      String fields =
          "username=%1$s&password=%1$s"
              .formatted(URLEncoder.encode(person, StandardCharsets.UTF_8));
      var page =
          browser.send(
              HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(fields))
                  .build(),
              BodyHandlers.ofString());
      if (page.statusCode() != OK || !page.uri().toString().equals(service + path)) {
        throw new IOException(
            "%s cannot sign in: %d at %s".formatted(person, page.statusCode(), page.uri()));
      }
    }
    return new Calls(
        service,
        Map.of(
            "Cookie",
            cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> !cookie.getPath().startsWith("/realms"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "))));
  }
}
