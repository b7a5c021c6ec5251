package org.writ.review.policy;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.writ.events.review.PolicyReference;

/**
 * The policies that this service was built with. Read, checked and compiled once, when the service
 * starts; it refuses to start on a policy that is refused. Thread-safe.
 */
@Startup
@Singleton
public final class Policies {

  private static final List<String> DOCUMENTS =
      List.of("policies/2024-09-valid-orders.yaml", "policies/2026-11-emergencies.yaml");

  private final List<Policy> policies;

  /** Reads the shipped policies. */
  public Policies() {
    this(DOCUMENTS.stream().map(Policies::read).toList());
  }

  Policies(List<Policy> policies) {
    this.policies = List.copyOf(policies);
  }

  /**
   * The policy that is in force for a request: the one that came into effect last before the day,
   * in UTC, of its receipt.
   *
   * @throws IllegalStateException if none was in force yet
   */
  public Policy inForce(Instant receivedAt) {
    LocalDate day = receivedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    return policies.stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(day))
        .max(Comparator.comparing(Policy::effectiveFrom))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No policy is in force on %s; the first takes effect on %s"
                        .formatted(day, firstDay())));
  }

  /**
   * The policy to decide a case under: the very one that analysed it. If its document has changed
   * since, so that nobody can apply it any more, the one that is in force for the request instead.
   */
  public Policy forDecision(PolicyReference analysedUnder, Instant receivedAt) {
    return policies.stream()
        .filter(policy -> policy.reference().equals(analysedUnder))
        .findFirst()
        .orElseGet(() -> inForce(receivedAt));
  }

  private LocalDate firstDay() {
    return policies.stream()
        .map(Policy::effectiveFrom)
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }

  private static Policy read(String resource) {
    try (InputStream document =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (document == null) {
        throw new IllegalStateException("The policy " + resource + " is missing in this build");
      }
      return PolicyDocument.read(resource, document.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The policy " + resource + " cannot be read", e);
    }
  }
}
