package org.writ.intake.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.writ.intake.outside.Destination;

/**
 * Calls agencies' addresses, where they may lead (see {@link Destination}). Redirects are not
 * followed, and no byte of the answer's body is read. Thread-safe; to be called on a virtual
 * thread.
 */
@ApplicationScoped
class Receiver {

  /** What came of a call. */
  sealed interface Outcome {

    /** The receiver took the message (2xx). */
    record Taken() implements Outcome {}

    /** The receiver wants no more messages (410). */
    record Gone() implements Outcome {}

    /**
     * The message was not taken.
     *
     * @param error why, in our words
     * @param retryAfter how long the receiver asks to wait; zero if it did not
     */
    record Failed(String error, Duration retryAfter) implements Outcome {}
  }

  private static final int GONE = 410;
  private static final int MAX_CALLS = 256;
  private static final Duration LONGEST_WISH = Duration.ofHours(24);

  private final WebhookConfig config;
  private final HttpClient http;

  Receiver(Vertx vertx, WebhookConfig config) {
    this.config = config;
    int millis = Math.toIntExact(config.timeout().toMillis());
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(millis)
                .setVerifyHost(true),
            new PoolOptions().setHttp1MaxSize(MAX_CALLS));
  }

  void stop(@Observes ShutdownEvent stop) {
    http.close();
  }

  /** Posts a body; gives up after {@link WebhookConfig#timeout()}. Never throws what is outside. */
  Outcome post(URI url, Map<String, String> headers, String body) throws InterruptedException {
    Destination destination;
    try {
      destination =
          Destination.of(url, new Destination.Rules(config.allowHttp(), config.allowPrivate()));
    } catch (Destination.Refused refused) {
      return failed(refused.why());
    }
    var call = destination.call(HttpMethod.POST, config.timeout());
    headers.forEach(call::putHeader);
    return send(call, Buffer.buffer(body));
  }

  private Outcome send(RequestOptions call, Buffer body) throws InterruptedException {
    var sent = new CompletableFuture<HttpClientRequest>();
    var answered = new CompletableFuture<Outcome>();
    http.request(call)
        .onSuccess(sent::complete)
        .compose(
            request ->
                request
                    .send(body)
                    .map(
                        response -> {
                          Outcome outcome = outcome(response);
                          // What else it says is not read; that this breaks it off is no news.
                          response.exceptionHandler(brokenOff -> {});
                          request.connection().close();
                          return outcome;
                        }))
        .onSuccess(answered::complete)
        .onFailure(answered::completeExceptionally);
    try {
      return answered.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      sent.thenAccept(HttpClientRequest::reset);
      return failed("No answer within %d s.".formatted(config.timeout().toSeconds()));
    } catch (ExecutionException failure) {
      // The class and not the message, which may quote what the other side said.
      return failed("The call failed: " + cause(failure).getClass().getSimpleName() + ".");
    }
  }

  private static Outcome outcome(HttpClientResponse response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Outcome.Taken();
    }
    return status == GONE
        ? new Outcome.Gone()
        : new Outcome.Failed(
            "Answered with status %d.".formatted(status),
            retryAfter(response.getHeader("Retry-After")));
  }

  /** Seconds; a date is not looked at, nor is a wish of more than a day. */
  static Duration retryAfter(@Nullable String header) {
    if (header == null || !header.strip().matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    Duration wish = Duration.ofSeconds(Long.parseLong(header.strip()));
    return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
  }

  private static Throwable cause(ExecutionException failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }

  private static Outcome failed(String error) {
    return new Outcome.Failed(error, Duration.ZERO);
  }
}
