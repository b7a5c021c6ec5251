package org.writ.intake.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** An installation that asks for more than the local one. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(StrictAccessTest.Strict.class)
class StrictAccessTest {

  private static final String PATH = "/v1/requests";

  @TestHTTPResource(tls = true)
  URI tls = URI.create("https://localhost");

  /** The client that people sign in with here; of this process, as all share the realm. */
  private static final String PEOPLE = "people-" + ProcessHandle.current().pid();

  /** Bound tokens alone, officers with a second factor, three calls at once and one a minute. */
  public static class Strict extends MutualTls {
    @Override
    public Map<String, String> getConfigOverrides() {
      var settings = new HashMap<>(super.getConfigOverrides());
      settings.put("WRIT_MTLS_BOUND_TOKENS", "true");
      settings.put("WRIT_OFFICERS_REQUIRED_ACR", "gold,platinum");
      settings.put("WRIT_SIGN_IN_CLIENTS", PEOPLE);
      settings.put("writ.rate-limit.per-minute", "1");
      settings.put("writ.rate-limit.burst", "3");
      return settings;
    }
  }

  @Test
  void tokenThatIsBoundToNothingIsRefusedOnEveryConnection() throws Exception {
    // Given
    String unbound = TestTokens.client("agency-de");

    // When
    var withCertificate = TlsCaller.with(tls, TlsFiles.OWN).get(PATH, unbound);
    int without = TlsCaller.without(tls).get(PATH, unbound).statusCode();
    int withoutTls = given().auth().oauth2(unbound).get(PATH).statusCode();

    // Then
    assertThat(withCertificate.statusCode()).isEqualTo(401);
    assertThat(withCertificate.headers().firstValue("Content-Type")).hasValue(Intake.PROBLEM);
    assertThat(withCertificate.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(without).isEqualTo(401);
    assertThat(withoutTls).isEqualTo(401);
  }

  @Test
  void officerWithoutASecondFactorIsToldHowToSignIn() throws Exception {
    // Given
    String officer = bound(TestClient.named(PEOPLE).in("agency").claiming("agency", "agency-in"));

    // When
    var answer = call(officer);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(Intake.PROBLEM);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("insufficient_user_authentication", "acr_values=\"gold platinum\"");
  }

  @Test
  void personWithAnAgencysOwnClientIsAskedForASecondFactorToo() throws Exception {
    // Given
    var client = TestClient.ofThisTest().in("agency");
    String person = bound(client.claiming("preferred_username", "dora"));

    // When
    var answer = call(person);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("insufficient_user_authentication");
  }

  @Test
  void officerWithASecondFactorPasses() throws Exception {
    // Given
    String officer =
        bound(
            TestClient.named(PEOPLE)
                .in("agency")
                .claiming("agency", "agency-in")
                .claiming("acr", "gold"));

    // When
    var answer = call(officer);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void agencyThatCallsTooOftenIsToldWhenToComeBack() throws Exception {
    // Given
    var client = TestClient.ofThisTest().in("agency");
    String token = bound(client.claiming("preferred_username", "service-account-" + client.id()));
    var passed = new ArrayList<HttpResponse<String>>();
    for (int call = 0; call < 3; call++) {
      passed.add(call(token));
    }

    // When
    var refused = call(token);

    // Then
    assertThat(passed).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(passed.getFirst().headers().firstValue("RateLimit-Policy"))
        .hasValue("\"agency\";q=3;w=180");
    assertThat(passed.getFirst().headers().firstValue("RateLimit").orElse(""))
        .matches("\"agency\";r=2;t=\\d+");
    assertThat(passed.getLast().headers().firstValue("RateLimit").orElse("")).contains(";r=0;");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue(Intake.PROBLEM);
    assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
    assertThat(refused.headers().firstValue("RateLimit").orElse("")).contains(";r=0;");
    assertThat(SubmissionBody.JSON.readTree(refused.body()).path("status").asInt()).isEqualTo(429);
  }

  @Test
  void whoIsNoAgencyMayCallAsOftenAsNeeded() throws Exception {
    // Given
    String auditor = bound(TestClient.ofThisTest().in("auditor"));

    // When
    var statuses = new ArrayList<Integer>();
    for (int call = 0; call < 5; call++) {
      statuses.add(TlsCaller.with(tls, TlsFiles.OWN).get("/v1/agencies", auditor).statusCode());
    }

    // Then
    assertThat(statuses).containsOnly(200);
  }

  private HttpResponse<String> call(String token) throws IOException, InterruptedException {
    return TlsCaller.with(tls, TlsFiles.OWN).get(PATH, token);
  }

  private static String bound(TestClient client) {
    return client.boundTo(TlsCaller.thumbprint(TlsFiles.OWN)).token();
  }
}
