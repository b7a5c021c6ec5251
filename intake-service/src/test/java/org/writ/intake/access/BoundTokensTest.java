package org.writ.intake.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** Tokens that are bound to a client certificate (RFC 8705), on real connections. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(MutualTls.class)
class BoundTokensTest {

  private static final String PATH = "/v1/requests";

  @TestHTTPResource(tls = true)
  URI tls = URI.create("https://localhost");

  /** The calls are in this order: what one of them left behind must help none of the others. */
  @ParameterizedTest
  @EnumSource
  void boundTokenIsTakenOnConnectionsWithItsCertificateAndOnNoOther(HttpClient.Version version)
      throws Exception {
    // Given
    String bound = boundTo(TlsFiles.OWN);
    var own = TlsCaller.with(tls, TlsFiles.OWN).by(version);
    var other = TlsCaller.with(tls, TlsFiles.OTHER).by(version);
    var none = TlsCaller.without(tls).by(version);

    // When
    int first = own.get(PATH, bound).statusCode();
    var withOther = other.get(PATH, bound);
    int withNone = none.get(PATH, bound).statusCode();
    int withoutTls = given().auth().oauth2(bound).get(PATH).statusCode();
    int again = own.get(PATH, bound).statusCode();

    // Then
    assertThat(first).isEqualTo(200);
    assertThat(withOther.statusCode()).isEqualTo(401);
    assertThat(withOther.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(withOther.headers().firstValue("Content-Type")).hasValue(Intake.PROBLEM);
    assertThat(withNone).isEqualTo(401);
    assertThat(withoutTls).isEqualTo(401);
    assertThat(again).isEqualTo(200);
  }

  @Test
  void whoeverStoleATokenDoesNotKeepItsOwnerOut() throws Exception {
    // Given
    String bound = boundTo(TlsFiles.OWN);
    int thief = TlsCaller.with(tls, TlsFiles.OTHER).get(PATH, bound).statusCode();

    // When
    int owner = TlsCaller.with(tls, TlsFiles.OWN).get(PATH, bound).statusCode();

    // Then
    assertThat(thief).isEqualTo(401);
    assertThat(owner).isEqualTo(200);
  }

  @Test
  void certificateThatHasExpiredMakesNoConnection() {
    // Given
    String bound = boundTo(TlsFiles.EXPIRED);
    var caller = TlsCaller.with(tls, TlsFiles.EXPIRED);

    // When / Then
    assertThatThrownBy(() -> caller.get(PATH, bound)).isInstanceOf(IOException.class);
  }

  @Test
  void certificateOfAnotherAuthorityIsNone() throws Exception {
    // Given
    String bound = boundTo(TlsFiles.STRANGER);

    // When
    int status = TlsCaller.with(tls, TlsFiles.STRANGER).get(PATH, bound).statusCode();

    // Then
    assertThat(status).isEqualTo(401);
  }

  @Test
  void tokenThatIsBoundOnAConnectionWithoutTlsIsRefused() {
    // Given
    String stolen = boundTo(TlsFiles.OWN);

    // When
    var answer = given().auth().oauth2(stolen).get(PATH);

    // Then
    answer
        .then()
        .statusCode(401)
        .contentType(Intake.PROBLEM)
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void tokenThatIsBoundInAnotherWayIsRefused() throws Exception {
    // Given
    var confirmation = SubmissionBody.JSON.createObjectNode().put("jkt", "abc");
    String bound = TestClient.ofThisTest().in("agency").claiming("cnf", confirmation).token();

    // When
    int status = TlsCaller.with(tls, TlsFiles.OWN).get(PATH, bound).statusCode();

    // Then
    assertThat(status).isEqualTo(401);
  }

  @Test
  void tokenThatIsBoundToNothingIsTakenWhereNoneHasToBe() throws Exception {
    // Given
    String token = TestClient.ofThisTest().in("agency").token();

    // When
    int overTls = TlsCaller.without(tls).get(PATH, token).statusCode();
    int withCertificate = TlsCaller.with(tls, TlsFiles.OWN).get(PATH, token).statusCode();

    // Then
    assertThat(overTls).isEqualTo(200);
    assertThat(withCertificate).isEqualTo(200);
  }

  private static String boundTo(String certificate) {
    return TestClient.ofThisTest().in("agency").boundTo(TlsCaller.thumbprint(certificate)).token();
  }
}
