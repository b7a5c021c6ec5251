package org.writ.intake.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service that ends TLS itself. */
public class MutualTls implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.http.tls-configuration-name",
        "outside",
        "quarkus.tls.outside.key-store.p12.password",
        TlsFiles.PASSWORD,
        "quarkus.tls.outside.trust-store.p12.password",
        TlsFiles.PASSWORD,
        "quarkus.http.test-ssl-port",
        "0");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(TlsFiles.class));
  }
}
