package org.writ.intake.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** Tokens that are bound to a client certificate, on a connection that has none. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(BoundTokensTest.OwnIssuer.class)
class BoundTokensTest {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final KeyPair KEYS = keys();

  /** The local realm binds no tokens, so this test issues its own. */
  public static class OwnIssuer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.public-key",
          Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    }
  }

  @Test
  void tokenThatIsBoundToAnotherCertificateIsRefused() {
    // Given
    String stolen =
        token(",\"cnf\":{\"x5t#S256\":\"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2\"}");

    // When
    var answer = call(stolen);

    // Then
    answer
        .then()
        .statusCode(401)
        .contentType(Intake.PROBLEM)
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void tokenThatIsBoundToNothingIsTakenWhereNoneHasToBe() {
    // Given
    String token = token("");

    // When
    var answer = call(token);

    // Then
    answer.then().statusCode(200);
  }

  private static Response call(String token) {
    return given().auth().oauth2(token).get("/v1/requests");
  }

  private static String token(String more) {
    String claims =
        "{\"sub\":\"1\",\"azp\":\"agency-fr\",\"typ\":\"Bearer\",\"iat\":%d,\"exp\":%d,\"realm_access\":{\"roles\":[\"agency\"]}%s}"
            .formatted(
                Instant.now().getEpochSecond(),
                Instant.now().plusSeconds(60).getEpochSecond(),
                more);
    String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
