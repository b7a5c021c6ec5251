package org.writ.intake.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.HttpCookie;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.intake.Intake;
import org.writ.intake.document.Documents;
import org.writ.intake.request.SubmissionBody;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SignInTest {

  private final DataSource dataSource;

  SignInTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void officerIsLedToTheRequestedPageAfterSigningIn() {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());
    var officer = new PageVisitor();

    // When
    var page = officer.signIn("dora", "/desk/requests/" + id);

    // Then
    assertThat(page.address().getPath()).isEqualTo("/desk/requests/" + id);
    assertThat(page.html()).contains("AZ 2026/000123", "Dora Officer");
  }

  @Test
  void browserHoldsNoTokenAndTheTableOpensNothing() throws SQLException {
    // Given
    var officer = PageVisitor.signedIn("dora");

    // When
    var sessions =
        officer.cookies().stream()
            .filter(cookie -> cookie.getName().startsWith("q_session"))
            .toList();

    // Then
    assertThat(sessions).hasSize(1);
    HttpCookie session = sessions.getFirst();
    assertThat(session.isHttpOnly()).isTrue();
    assertThat(session.getPath()).isEqualTo("/desk");
    // No JWT: it would begin with a JSON object in base64 and have dots.
    assertThat(session.getValue()).doesNotContain("eyJ").hasSizeLessThan(200);
    assertThat(stored()).isNotEmpty().noneMatch(row -> row.contains("eyJ"));
  }

  @Test
  void signedOutSessionIsOverForWhoeverKeptItsCookie() {
    // Given
    var officer = PageVisitor.signedIn("dora");
    var cookies = officer.cookies();

    // When
    var out = officer.post("/desk/sign-out", List.of());
    officer.restore(cookies);
    var kept = officer.getOnly("/desk");
    var after = officer.get("/desk");

    // Then
    assertThat(out.html()).contains("You are signed out");
    assertThat(kept.status()).isEqualTo(401);
    assertThat(after.address().getPath()).startsWith("/realms/writ/");
  }

  @Test
  void sessionThatIsOverIsSaidAndLeadsToTheSignIn() throws SQLException {
    // Given
    var officer = PageVisitor.signedIn("dora");
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE page_session SET expires_at = '2000-01-01'");
    }

    // When
    var over = officer.getOnly("/desk");
    officer.get("/desk");

    // Then
    assertThat(over.status()).isEqualTo(401);
    assertThat(over.html()).contains("Your session is over");
    assertThat(over.header("Set-Cookie")).contains("q_session_pages=;");
    // The identity provider still knows who it is, and lets them in again.
    assertThat(officer.getOnly("/desk").status()).isEqualTo(200);
  }

  @Test
  void personWithoutTheRoleIsToldSo() {
    // Given
    var officer = new PageVisitor();

    // When
    var page = officer.signIn("rita", "/desk");

    // Then
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.html()).contains("You may not do this");
  }

  @Test
  void tokenOpensNoPageAndACookieNoApi() {
    // Given
    var officer = PageVisitor.signedIn("dora");
    String cookie =
        officer.cookies().stream()
            .filter(it -> it.getName().startsWith("q_session"))
            .map(it -> it.getName() + "=" + it.getValue())
            .findFirst()
            .orElseThrow();

    // When
    var page =
        given().redirects().follow(false).auth().oauth2(TestTokens.person("dora")).get("/desk");
    var api = given().header("Cookie", cookie).get("/v1/requests");

    // Then
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(api.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/desk/requests/%s", "/desk/requests/%s/withdrawal", "/desk/requests/%s/receipt"})
  void requestOfAnotherAgencyIsNoPage(String path) {
    // Given
    String id = Intake.submitted("agency-fr", SubmissionBody.sound());
    var officer = PageVisitor.signedIn("dora");

    // When
    var page = officer.get(path.formatted(id));

    // Then
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.html()).contains("There is no such page").doesNotContain("AZ 2026/000123");
  }

  @ParameterizedTest
  @CsvSource({
    "clarification, answer",
    "supplement, supplement",
    "extension, nothing",
    "withdrawal, reason"
  })
  void formAboutARequestOfAnotherAgencyChangesNothing(String path, String field) {
    // Given
    String id = Intake.submitted("agency-fr", SubmissionBody.sound());
    String before = Intake.request("agency-fr", id).asString();
    var officer = PageVisitor.signedIn("dora");

    // When
    var page =
        officer.post(
            "/desk/requests/" + id + "/" + path, List.of(Map.entry(field, "The first one")));

    // Then
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.html()).contains("There is no such page");
    assertThat(Intake.request("agency-fr", id).asString()).isEqualTo(before);
  }

  @Test
  void documentForARequestOfAnotherAgencyIsNotTaken() {
    // Given
    String id = Intake.submitted("agency-fr", SubmissionBody.sound());
    var officer = PageVisitor.signedIn("dora");

    // When
    var page =
        officer.upload("/desk/requests/" + id + "/documents", "order.pdf", Documents.pdf("order"));

    // Then
    assertThat(page.status()).isEqualTo(404);
    Intake.agency("agency-fr")
        .get("/v1/requests/" + id + "/documents")
        .then()
        .body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk/nothing", "/desk/requests/new/nothing", "/desk/requests/x"})
  void unknownAddressIsAPageThatSaysSo(String path) {
    // Given
    var officer = PageVisitor.signedIn("dora");

    // When
    var page = officer.get(path);

    // Then
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.html()).contains("<html lang=\"en\">", "There is no such page");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "X-Nothing, at all"
      })
  void changeThatAnotherSiteCausesIsRefused(String header, String value) {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());
    var officer = PageVisitor.signedIn("dora");

    // When
    var withdrawal =
        officer.post("/desk/requests/" + id + "/withdrawal", List.of(), Map.of(header, value));
    var signOut = officer.post("/desk/sign-out", List.of(), Map.of(header, value));

    // Then
    assertThat(withdrawal.status()).isEqualTo(403);
    assertThat(signOut.status()).isEqualTo(403);
    Intake.awaitStatus("agency-de", id, "RECEIVED");
    assertThat(officer.getOnly("/desk").status()).isEqualTo(200);
  }

  @Test
  void linkSignsNobodyOut() {
    // Given
    var officer = PageVisitor.signedIn("dora");

    // When
    var link = officer.get("/desk/sign-out");

    // Then
    assertThat(link.status()).isEqualTo(405);
    assertThat(officer.getOnly("/desk").status()).isEqualTo(200);
  }

  @Test
  void everyPageKeepsOtherSitesOutAndStaysOutOfCaches() {
    // Given
    var officer = PageVisitor.signedIn("dora");

    // When
    var page = officer.get("/desk");

    // Then
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.html()).doesNotContain("style=", "onclick", "<script>", "http://", "https://");
  }

  @Test
  void choosingALanguageLeadsToNoOtherSite() {
    // Given
    var officer = PageVisitor.signedIn("dora");

    // When
    var page =
        officer.post(
            "/desk/language",
            List.of(Map.entry("language", "fr"), Map.entry("back", "//evil.example/desk")));

    // Then
    assertThat(page.address().getHost()).isEqualTo("localhost");
    assertThat(page.html()).contains("<html lang=\"fr\">", "Mes demandes");
  }

  private List<String> stored() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id, sealed FROM page_session")) {
      var stored = new java.util.ArrayList<String>();
      while (rows.next()) {
        stored.add(
            rows.getString(1)
                + new String(rows.getBytes(2), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
      return stored;
    }
  }
}
