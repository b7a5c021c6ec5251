package org.writ.intake.access;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** An installation that takes only tokens that are bound to the connection's certificate. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(BoundTokensTest.Bound.class)
class BoundTokensTest {

  /** RFC 8705. */
  public static class Bound implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.oidc.token.binding.certificate", "true");
    }
  }

  @Test
  void tokenThatIsBoundToNoCertificateIsRefused() {
    // Given
    var agency = Intake.agency("agency-fr");

    // When
    var answer = agency.get("/v1/requests");

    // Then
    answer.then().statusCode(401).contentType(Intake.PROBLEM).body("status", equalTo(401));
  }
}
