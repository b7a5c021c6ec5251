package org.writ.review.policy;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The policies that this service was built with. Read, checked and compiled once, when the service
 * starts; it refuses to start on a policy that is refused, or if they do not fit together.
 * Thread-safe.
 */
@Startup
@Singleton
public final class ShippedPolicies {

  private static final List<String> DOCUMENTS =
      List.of(
          "policies/2018-08-terror-only.yaml",
          "policies/2024-09-valid-orders.yaml",
          "policies/2026-11-emergencies.yaml",
          "policies/eu-e-evidence.yaml",
          "policies/us-sca.yaml");

  private final Policies policies =
      Policies.of(DOCUMENTS.stream().map(ShippedPolicies::read).toList());

  /** All of them. */
  public Policies policies() {
    return policies;
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
