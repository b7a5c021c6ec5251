package org.writ.intake.emergency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.writ.intake.outside.Destination;

/**
 * The registries of domains, asked by RDAP (RFC 7480, RFC 9082, RFC 9083) when a domain was
 * registered. Whatever goes wrong, the answer is that it is not known: an emergency waits for it no
 * longer than the time limit, and does not fail with it.
 *
 * <p>The address that is asked first is the operator's. Where it redirects to, is not: that has to
 * be on the Internet, with TLS.
 *
 * <p>Thread-safe. What was answered is remembered for an hour, as registries want it, and for a
 * minute that there was no answer.
 */
@ApplicationScoped
class DomainRegistry {

  private static final Logger LOG = Logger.getLogger(DomainRegistry.class);

  private static final String RDAP = "application/rdap+json";
  private static final int OK = 200;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MAX_CALLS = 4;
  private static final int MAX_BYTES = 1 << 18;
  private static final int MAX_CONNECTIONS = 16;
  private static final int MAX_KEPT = 1_000;
  private static final Duration ANSWER_KEPT = Duration.ofHours(1);
  private static final Duration FAILURE_KEPT = Duration.ofMinutes(1);

  /** The operator chose the first address. */
  private static final Destination.Rules OWN = new Destination.Rules(true, true);

  private static final Destination.Rules ON_THE_INTERNET = new Destination.Rules(false, false);

  private record Kept(@Nullable Instant registeredAt, Instant until) {}

  private record Answer(int status, @Nullable String location, byte[] body) {}

  private final DomainRegistryConfig config;
  private final ObjectMapper json;
  private final Clock clock;
  private final Destination.Rules redirects;
  private final HttpClient http;
  private final ExecutorService lookUps = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  @Inject
  DomainRegistry(Vertx vertx, DomainRegistryConfig config, ObjectMapper json, Clock clock) {
    this(vertx, config, json, clock, ON_THE_INTERNET);
  }

  /** With rules of its own for where a server may redirect to. */
  DomainRegistry(
      Vertx vertx,
      DomainRegistryConfig config,
      ObjectMapper json,
      Clock clock,
      Destination.Rules redirects) {
    this.config = config;
    this.json = json;
    this.clock = clock;
    this.redirects = redirects;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(false).setVerifyHost(true),
            new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
  }

  void stop(@Observes ShutdownEvent stop) {
    lookUps.shutdownNow();
    http.close();
  }

  /**
   * Asks for a domain, unless nobody is to be asked or it was asked for lately; returns after the
   * time limit at the latest. Not in a transaction: it would hold its connection meanwhile.
   *
   * @param domain in its canonical form
   */
  void ask(String domain) {
    URI server = config.url().orElse(null);
    String name = RegisteredDomain.of(domain);
    if (server == null || known(name) != null) {
      return;
    }
    Instant registeredAt = answered(server, name).orElse(null);
    Duration time = registeredAt == null ? FAILURE_KEPT : ANSWER_KEPT;
    if (kept.size() >= MAX_KEPT) {
      kept.clear();
    }
    kept.put(name, new Kept(registeredAt, clock.instant().plus(time)));
  }

  /**
   * When a domain was registered, as was answered when it was asked for; empty if that is not
   * known.
   *
   * @param domain in its canonical form
   */
  Optional<Instant> registeredAt(String domain) {
    return Optional.ofNullable(known(RegisteredDomain.of(domain))).map(Kept::registeredAt);
  }

  private @Nullable Kept known(String name) {
    Kept known = kept.get(name);
    return known == null || known.until().isBefore(clock.instant()) ? null : known;
  }

  private Optional<Instant> answered(URI server, String name) {
    var lookUp = lookUps.submit(() -> lookUp(server, name));
    try {
      return lookUp.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return unknown("no answer in time");
    } catch (ExecutionException failure) {
      return unknown(reason(failure));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return unknown("interrupted");
    } finally {
      lookUp.cancel(true);
    }
  }

  private Optional<Instant> lookUp(URI server, String name) throws Exception {
    URI url = URI.create(server.toString().replaceAll("/*$", "") + "/domain/" + name);
    Destination.Rules rules = OWN;
    for (int call = 1; call <= MAX_CALLS; call++) {
      Answer answer = get(Destination.of(url, rules));
      String location = answer.location();
      if (answer.status() == OK) {
        return RdapAnswer.registeredAt(json, answer.body(), name);
      }
      if (!REDIRECTS.contains(answer.status()) || location == null) {
        return unknown("status " + answer.status());
      }
      url = url.resolve(location);
      rules = redirects;
    }
    return unknown("too many redirects");
  }

  private Answer get(Destination destination) throws InterruptedException, ExecutionException {
    var sent = Promise.<HttpClientRequest>promise();
    try {
      return http.request(destination.call(HttpMethod.GET, config.timeout()))
          .onSuccess(sent::complete)
          .compose(request -> request.putHeader("Accept", RDAP).send())
          .compose(DomainRegistry::read)
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } finally {
      // Also if nobody waits any longer.
      sent.future().onSuccess(request -> request.connection().close());
    }
  }

  /** The whole answer, if it is not too long. */
  private static Future<Answer> read(HttpClientResponse response) {
    var read = Promise.<Answer>promise();
    var body = Buffer.buffer();
    response
        .handler(
            bytes -> {
              if (body.length() + bytes.length() > MAX_BYTES) {
                read.tryFail(new IllegalStateException("The answer is too long"));
              } else {
                body.appendBuffer(bytes);
              }
            })
        .exceptionHandler(read::tryFail)
        .endHandler(
            end ->
                read.tryComplete(
                    new Answer(
                        response.statusCode(), response.getHeader("Location"), body.getBytes())));
    return read.future();
  }

  /** The class and not the message, which may quote what the other side said. */
  private static String reason(Throwable failure) {
    return switch (failure) {
      case Destination.Refused refused -> refused.why();
      case ExecutionException wrapped when wrapped.getCause() != null -> reason(wrapped.getCause());
      default -> failure.getClass().getName();
    };
  }

  private static Optional<Instant> unknown(String reason) {
    LOG.infof("A registry does not say when a domain was registered, reason=%s", reason);
    return Optional.empty();
  }
}
