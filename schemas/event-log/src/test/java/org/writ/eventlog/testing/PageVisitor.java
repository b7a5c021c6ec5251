package org.writ.eventlog.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends forms. */
public final class PageVisitor {

  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern INPUT =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final CookieManager cookies = new LocalCookies();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final HttpClient stubborn =
      HttpClient.newBuilder().cookieHandler(cookies).version(HttpClient.Version.HTTP_1_1).build();

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

  /** A page as it was answered. */
  public record Page(int status, URI address, String html, HttpResponse<String> answer) {

    /** The hidden fields of the form. */
    public Map<String, String> hidden() {
      return INPUT
          .matcher(html)
          .results()
          .collect(
              Collectors.toMap(
                  field -> field.group(1), field -> unescaped(field.group(2)), (a, b) -> a));
    }

    public String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }
  }

  /** A person who is signed in and looks at the list. */
  public static PageVisitor signedIn(String person) {
    var officer = new PageVisitor();
    Page list = officer.signIn(person, "/desk");
    assertThat(list.address().getPath()).isEqualTo("/desk");
    return officer;
  }

  /** Asks for a page, signs in at the identity provider, and is led to the page. */
  public Page signIn(String person, String path) {
    Page form = get(path);
    assertThat(form.address().getPath()).contains("/realms/writ/");
    Matcher action = ACTION.matcher(form.html());
    assertThat(action.find()).isTrue();
    return send(
        http,
        HttpRequest.newBuilder(URI.create(unescaped(action.group(1))))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    encoded(
                        List.of(Map.entry("username", person), Map.entry("password", person))))));
  }

  public Page get(String path) {
    return send(http, request(path));
  }

  /** The same without following where it leads. */
  public Page getOnly(String path) {
    return send(stubborn, request(path));
  }

  /** Sends a form as a page of ours does. */
  public Page post(String path, List<Map.Entry<String, String>> fields) {
    return post(path, fields, Map.of("Origin", origin()));
  }

  /** Sends a form with these headers. */
  public Page post(
      String path, List<Map.Entry<String, String>> fields, Map<String, String> headers) {
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
    headers.forEach(request::header);
    return send(http, request);
  }

  /** Sends a form as a page of ours does, and keeps the file that it answers. */
  public HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /**
   * Opens a websocket as a page of ours does, and passes on what is said there.
   *
   * @throws java.util.concurrent.CompletionException if it is refused
   */
  public WebSocket listen(String path, Consumer<String> heard, Map<String, String> headers) {
    var builder = http.newWebSocketBuilder();
    headers.forEach(builder::header);
    builder.header(
        "Cookie",
        cookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
    return builder
        .buildAsync(
            URI.create(origin().replace("http", "ws") + path),
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onText(
                  WebSocket socket, CharSequence text, boolean last) {
                heard.accept(text.toString());
                socket.request(1);
                return null;
              }
            })
        .join();
  }

  /** Chooses a language for all pages. */
  public void read(String language) {
    post("/desk/language", List.of(Map.entry("language", language)));
  }

  /** Sends a file as a page of ours does. */
  public Page upload(String path, String fileName, byte[] bytes) {
    var head =
        "--limit\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nORDER\r\n--limit\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(fileName)
            + "Content-Type: application/octet-stream\r\n\r\n";
    return send(
        http,
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .header("Origin", origin())
            .POST(
                HttpRequest.BodyPublishers.ofByteArrays(
                    List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        bytes,
                        "\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8)))));
  }

  /** The cookies that the pages set. */
  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> !cookie.getPath().startsWith("/realms"))
        .toList();
  }

  /** Puts cookies back that were there before. */
  public void restore(List<HttpCookie> earlier) {
    earlier.forEach(cookie -> cookies.getCookieStore().add(URI.create(origin()), cookie));
  }

  public static String origin() {
    return "http://localhost:" + RestAssured.port;
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin() + path));
  }

  private static Page send(HttpClient http, HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Page(answer.statusCode(), answer.uri(), answer.body(), answer);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encoded(List<Map.Entry<String, String>> fields) {
    var pairs = new ArrayList<String>();
    fields.forEach(
        field ->
            pairs.add(
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)));
    return String.join("&", pairs);
  }

  public static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
