package org.writ.intake.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Tokens that the local realm would not issue: the tests of this profile sign their own. */
public final class OwnIssuer implements QuarkusTestProfile {

  private static final String PROCESS = "made-for-";
  private static final String PUBLIC_KEY = "quarkus.oidc.public-key";
  private static final String PRIVATE_KEY = "writ.test.issuer-key";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        // The key counts only where no server is asked for keys.
        "quarkus.oidc.auth-server-url",
        "",
        PUBLIC_KEY,
        key(PUBLIC_KEY),
        PRIVATE_KEY,
        key(PRIVATE_KEY));
  }

  /**
   * One pair for the whole process, in its properties: this class is loaded more than once, and
   * asked for its configuration more than once.
   */
  private static synchronized String key(String property) {
    if (System.getProperty(PROCESS + property) == null) {
      KeyPair keys = keys();
      System.setProperty(
          PROCESS + PUBLIC_KEY, Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
      System.setProperty(
          PROCESS + PRIVATE_KEY,
          Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    }
    return System.getProperty(PROCESS + property);
  }

  /**
   * A token.
   *
   * @param subject who called
   * @param client that it was issued to
   * @param role the only one
   * @param more members of its claims, each after a comma
   */
  static String token(String subject, String client, String role, String more) {
    String claims =
        "{\"sub\":\"%s\",\"azp\":\"%s\",\"typ\":\"Bearer\",\"iat\":%d,\"exp\":%d,\"realm_access\":{\"roles\":[\"%s\"]}%s}"
            .formatted(
                subject,
                client,
                Instant.now().getEpochSecond(),
                Instant.now().plusSeconds(60).getEpochSecond(),
                role,
                more);
    String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey privateKey() throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key(PRIVATE_KEY))));
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
