package org.writ.intake.document;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.writ.eventlog.testing.TestTokens;

/** A client that sends bodies just as it is told. */
final class RawHttp {

  private RawHttp() {}

  /** Sends bytes under any content type, as agency-de. */
  static HttpResponse<String> put(String path, String contentType, byte[] body) {
    return send(path, contentType, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /** Sends bytes without saying how many, as agency-de. */
  static HttpResponse<String> putChunked(String path, byte[] body) {
    return send(
        path,
        "application/octet-stream",
        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private static HttpResponse<String> send(
      String path, String contentType, HttpRequest.BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + TestTokens.client("agency-de"))
            .header("Content-Type", contentType)
            .PUT(body)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
