package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.writ.ops.api.SignIn;

/** Machines that sign in with a key instead of a secret (private_key_jwt, RFC 7523). */
@ExtendWith(RunningSystem.class)
class SignInIT {

  private static final String CLIENT = "agency-de-jwt";
  private static final String ISSUER = RunningSystem.settings().issuer();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  @Test
  void machineThatSignsWithItsAgencysKeyActsForTheAgency() throws Exception {
    // Given
    String answer = token(assertion("agency-de")).body();
    String token = answer.replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");

    // When
    var agency = RunningSystem.intake(SignIn.token(token)).agency();

    // Then
    assertThat(agency.require(200).json().path("id").asText()).isEqualTo("agency-de");
  }

  @Test
  void machineThatSignsWithAnotherAgencysKeyGetsNoToken() throws Exception {
    // Given
    String assertion = assertion("agency-fr");

    // When
    HttpResponse<String> answer = token(assertion);

    // Then
    assertThat(answer.statusCode()).isIn(400, 401);
    assertThat(answer.body()).doesNotContain("access_token");
  }

  private static HttpResponse<String> token(String assertion)
      throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_assertion_type=%s&client_assertion=%s"
            .formatted(
                CLIENT,
                URLEncoder.encode(
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    StandardCharsets.UTF_8),
                assertion);
    var call =
        HttpRequest.newBuilder(URI.create(ISSUER + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(call, HttpResponse.BodyHandlers.ofString());
    }
  }

  /** The client's word that it is itself, signed with the key of an agency's certificate. */
  private static String assertion(String keyOf) throws IOException, GeneralSecurityException {
    String claims =
        "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
            .formatted(
                CLIENT,
                ISSUER,
                UUID.randomUUID(),
                Instant.now().getEpochSecond(),
                Instant.now().plusSeconds(30).getEpochSecond());
    String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key(keyOf));
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey key(String agency) throws IOException, GeneralSecurityException {
    Path file = RunningSystem.settings().data().resolve("agencies").resolve(agency + ".key");
    String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
  }
}
