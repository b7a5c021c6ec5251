package org.writ.review.policy;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
          "policies/us-sca.yaml",
          "policies/us-cloud-act.yaml");

  private final Map<String, byte[]> documents = new HashMap<>();
  private final Policies policies;

  /** Reads them. */
  public ShippedPolicies() {
    policies = Policies.of(DOCUMENTS.stream().map(this::read).toList());
  }

  /** All of them. */
  public Policies policies() {
    return policies;
  }

  /** The document of one; empty if the service was not built with it. */
  Optional<byte[]> document(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  private Policy read(String resource) {
    try (InputStream document =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (document == null) {
        throw new IllegalStateException("The policy " + resource + " is missing in this build");
      }
      byte[] bytes = document.readAllBytes();
      Policy policy = PolicyDocument.read(resource, bytes);
      documents.put(policy.id(), bytes);
      return policy;
    } catch (IOException e) {
      throw new UncheckedIOException("The policy " + resource + " cannot be read", e);
    }
  }
}
