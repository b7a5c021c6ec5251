package org.writ.review.document;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.writ.web.problem.Problems;

/** The access token that this service calls others with, as itself. Thread-safe. */
@ApplicationScoped
class ServiceToken {

  private static final Logger LOG = Logger.getLogger(ServiceToken.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final OidcClient client;
  private final AtomicReference<Tokens> last = new AtomicReference<>();

  ServiceToken(OidcClient client) {
    this.client = client;
  }

  /**
   * A token that is still good for a while ({@code quarkus.oidc-client.refresh-token-time-skew}).
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if the identity provider gives none
   */
  String current() {
    Tokens known = last.get();
    if (known == null
        || known.isAccessTokenExpired()
        || known.isAccessTokenWithinRefreshInterval()) {
      known = fetched();
      last.set(known);
    }
    return known.getAccessToken();
  }

  private Tokens fetched() {
    try {
      return client.getTokens().await().atMost(LIMIT);
    } catch (RuntimeException refused) {
      LOG.warnf("This service gets no token, error=%s", refused.getClass().getName());
      throw Problems.overloaded(CaseDocuments.UNAVAILABLE);
    }
  }
}
