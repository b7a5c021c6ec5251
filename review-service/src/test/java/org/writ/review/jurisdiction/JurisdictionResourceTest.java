package org.writ.review.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/** Safeguards by country, from outside: proposed, confirmed, and facts of the next analysis. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class JurisdictionResourceTest {

  private static final Reviewer OLGA = new Reviewer("olga");
  private static final Reviewer ADA = new Reviewer("ada");

  private static final String STRICT =
      """
      {"escalation":true,"refusedOffences":["SPEECH","FRAUD"],"withoutDualCriminality":[],
      "mostPeriodDays":null,"refused":false,"reason":"Opinions are charged as fraud."}\
      """;

  private final MovableClock clock;
  private Intake intake;

  JurisdictionResourceTest(MovableClock clock) {
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
  void twoPersonsChangeTheTableAndTheNextRequestIsJudgedByIt() {
    // Given
    Response plain = read(ADA, "TR");
    plain.then().statusCode(200).body("edition", equalTo(0)).body("proposed", nullValue());

    // When
    Response proposed = propose("TR", plain.header("ETag"), STRICT);

    // Then
    proposed
        .then()
        .statusCode(200)
        .body("edition", equalTo(0))
        .body("safeguards.escalation", equalTo(false))
        .body("proposed.refusedOffences", contains("SPEECH", "FRAUD"))
        .body("proposedBy", equalTo(OLGA.id()));
    String etag = proposed.header("ETag");
    confirm(OLGA, "TR", etag)
        .then()
        .statusCode(409)
        .body("detail", containsString("another person"));
    confirm(Reviewer.SOFIA, "TR", plain.header("ETag")).then().statusCode(412);

    // When
    Response confirmed = confirm(Reviewer.SOFIA, "TR", etag);

    // Then
    confirmed
        .then()
        .statusCode(200)
        .body("edition", equalTo(1))
        .body("safeguards.escalation", equalTo(true))
        .body("proposed", nullValue())
        .body("history.edition", contains(null, 1))
        .body("history[1].actor", equalTo("senior-reviewer:" + Reviewer.SOFIA.id()));
    assertThat(intake.events().on(Topic.REVIEW_JURISDICTIONS, "TR"))
        .extracting(event -> event.data().getSchema().getName())
        .containsExactly("SafeguardsProposed", "SafeguardsConfirmed");
    String id = submitted("TR", now());
    Reviewer.RITA
        .read(id)
        .then()
        .body(
            "findings.rule", containsInAnyOrder("offence-refused-for-country", "country-escalated"))
        .body("findings[0].citation", endsWith("; Safeguards for TR, edition 1"));
    propose("TR", confirmed.header("ETag"), STRICT)
        .then()
        .statusCode(409)
        .body("detail", containsString("count already"));
    confirm(Reviewer.SOFIA, "TR", confirmed.header("ETag"))
        .then()
        .statusCode(409)
        .body("detail", containsString("Nothing is proposed"));
  }

  @Test
  void requestsThatWereReceivedBeforeAreAnalysedWithoutTheSafeguards() {
    // Given
    Instant before = now();
    clock.forward(Duration.ofSeconds(1));
    String etag = propose("LY", "\"0\"", STRICT).header("ETag");
    confirm(Reviewer.SOFIA, "LY", etag).then().statusCode(200);

    // When
    String earlier = submitted("LY", before);
    String later = submitted("LY", now());

    // Then
    Reviewer.RITA.read(earlier).then().body("findings.rule", not(hasItem("country-escalated")));
    Reviewer.RITA.read(later).then().body("findings.rule", hasItem("country-escalated"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String submitted(String country, Instant receivedAt) {
    LocalDate day = LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
    return intake.submit(
        intake
            .sound()
            .setCountry(country)
            .setIssuingAuthorityCountry(country)
            .setOffenceCategory("FRAUD")
            .setIssuedOn(day)
            .setValidUntil(day.plusDays(90))
            .setReceivedAt(receivedAt));
  }

  @Test
  void theTableIsListedByCountryPageByPage() {
    // Given
    propose("EG", "\"0\"", STRICT).then().statusCode(200);
    propose("EH", "\"0\"", STRICT).then().statusCode(200);

    // When
    Response first = Reviewer.RITA.request().get("/v1/jurisdictions?limit=1");
    Response second =
        Reviewer.RITA
            .request()
            .get("/v1/jurisdictions?limit=200&cursor=" + first.path("nextCursor"));

    // Then
    first.then().statusCode(200).body("items.country", contains("EG"));
    second.then().statusCode(200).body("items.country", hasItems("EH"));
    assertThat(second.<String>path("nextCursor")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 422 | must be an object",
        "{} | 422 | is required",
        "{\"escalation\":\"yes\",\"refused\":false,\"reason\":\"x\"} | 422 | must be true or false",
        "{\"escalation\":true,\"refused\":false,\"reason\":\"x\",\"colour\":1} | 422 | is not known"
            + " here",
        "{\"escalation\":true,\"refused\":false,\"reason\":\"x\",\"mostItems\":0} | 422 | must be a"
            + " whole number",
        "{\"escalation\":true,\"refused\":false,\"reason\":\"x\",\"refusedOffences\":[\"RUDENESS\"]}"
            + " | 422 | unknown offence category",
        "{\"escalation\":true,\"refused\":false,\"reason\":\"x\",\"refusedOffences\":[\"OTHER\",\"OTHER\"]}"
            + " | 422 | OTHER is there twice",
        "{ | 400 | JSON"
      })
  void whatCannotBeUnderstoodIsRefused(String body, int status, String detail) {
    propose("QA", "\"0\"", body)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body(containsString(detail));
  }

  @Test
  void whoMayNotAndWhatIsNoCountryIsRefused() {
    read(ADA, "Turkey").then().statusCode(404);
    propose("tr", "\"0\"", STRICT).then().statusCode(404);
    propose("QA", null, STRICT).then().statusCode(428);
    propose("QA", "\"7\"", STRICT).then().statusCode(412);
    propose("QA", "W/x", STRICT).then().statusCode(412);
    confirm(Reviewer.RITA, "QA", "\"0\"").then().statusCode(403);
    confirm(Reviewer.SOFIA, "QA", null).then().statusCode(428);
    confirm(Reviewer.SOFIA, "QA", "\"0\"").then().statusCode(409);
    read(new Reviewer("milo"), "QA").then().statusCode(403);
    Reviewer.SOFIA
        .request()
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(STRICT)
        .put("/v1/jurisdictions/QA")
        .then()
        .statusCode(403);
    ADA.request().get("/v1/jurisdictions?limit=0").then().statusCode(422);
  }

  private static Response read(Reviewer person, String country) {
    return person.request().get("/v1/jurisdictions/{country}", country);
  }

  private static Response propose(String country, @Nullable String etag, String body) {
    var request = OLGA.request().contentType("application/json").body(body);
    return (etag == null ? request : request.header("If-Match", etag))
        .put("/v1/jurisdictions/{country}", country);
  }

  private static Response confirm(Reviewer person, String country, @Nullable String etag) {
    return (etag == null ? person.request() : person.request().header("If-Match", etag))
        .post("/v1/jurisdictions/{country}/confirmation", country);
  }
}
