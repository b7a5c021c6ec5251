package org.writ.review.desk.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Drafts;
import org.writ.review.policy.Requests;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BacktestPageTest {

  private final MovableClock clock;
  private Intake intake;

  BacktestPageTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void connect() {
    intake.close();
    intake = new Intake(clock);
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void aDraftIsTriedFromItsPageAndTheDifferencesAreShown() {
    // Given: received on the last day of a year that no other test has, and read since
    String id = decided("2041-12-31T23:00:00Z");
    Reviewer.SOFIA.read(id).then().statusCode(200);
    String draft = draft();
    var sofia = new PageVisitor();
    sofia.signIn("sofia", "/desk/policies/" + draft);

    // When
    var page = sofia.get("/desk/policies/" + draft + "/backtest?from=2041-01-01&to=2041-12-31");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("The policy finds something else in 1 of 1 cases.")
        .contains("<th scope=\"row\">Guyana</th><td class=\"number\">1</td>")
        .contains("<code>draft-rule</code></td><td class=\"number\">1</td>")
        .contains("/desk/cases/" + id, "<span class=\"mark blocking\">Blocking", "A_GROUND")
        .contains("Facts used", "<code>offenceCategory</code></dt><dd>Fraud</dd>")
        .doesNotContain("cursor=");
  }

  @Test
  void caseWhoseDecisionOneMayStillReviewIsNotShownAndThatIsSaid() {
    // Given
    String id = decided("2043-06-01T12:00:00Z");
    String draft = draft();
    var sofia = new PageVisitor();
    sofia.signIn("sofia", "/desk/policies/" + draft);

    // When
    var page = sofia.get("/desk/policies/" + draft + "/backtest?from=2043-01-01&to=2043-12-31");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("The policy finds something else in 1 of 1 cases.")
        .contains("because you may still be asked to review their decisions")
        .contains("Every changed case is one whose decision you may still be asked to review.")
        .doesNotContain(id);
  }

  @Test
  void whereNothingWasDecidedIsSaid() {
    // When
    var page =
        new PageVisitor()
            .signIn("ada", "/desk/policies/us-sca/backtest?from=2051-01-01&to=2051-01-01");

    // Then
    assertThat(page.html()).contains("No case was decided that this policy would have governed.");
  }

  @ParameterizedTest
  @CsvSource({
    "from=&to=2041-12-31,Please give a day",
    "from=2041-13-01&to=2041-12-31,Please give a day",
    "from=1999-01-01&to=2041-12-31,years 2000 to 2999",
    "from=2041-12-31&to=2041-01-01,The last day is before the first."
  })
  void daysThatAreNoneAreNamedAndKept(String query, String said) {
    // When
    var page = new PageVisitor().signIn("olga", "/desk/policies/us-sca/backtest?" + query);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains(said, "name=\"to\" value=\"2041-");
  }

  private String draft() {
    String id = "page-" + UUID.randomUUID();
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1).toString();
    new Reviewer("olga")
        .request()
        .contentType("application/yaml")
        .body(
            Drafts.document(id, day, "GY", "offenceCategory == 'FRAUD'")
                .getBytes(StandardCharsets.UTF_8))
        .post("/v1/policies")
        .then()
        .statusCode(201);
    return id;
  }

  private String decided(String receivedAt) {
    Instant received = Instant.parse(receivedAt);
    String id =
        intake.submit(
            intake
                .sound()
                .setRegime("MLAT")
                .setCountry("GY")
                .setIssuingAuthorityCountry("GY")
                .setOffenceCategory("FRAUD")
                .setReceivedAt(received)
                .setIssuedOn(LocalDate.ofInstant(received, ZoneOffset.UTC).minusDays(2))
                .setValidUntil(null)
                .setItems(
                    List.of(
                        Requests.item(UUID.randomUUID().toString())
                            .setFrom(received.minusSeconds(864_000))
                            .setTo(received)
                            .build())));
    Response claimed = Reviewer.RITA.claim(id);
    Reviewer.RITA
        .decide(
            id,
            claimed.header("ETag"),
            "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\"]}]}"
                .formatted(claimed.<String>path("items[0].itemId")))
        .then()
        .statusCode(200);
    return id;
  }
}
