package org.writ.review.refusal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Feedback to agencies, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RefusalResourceTest {

  private static final Reviewer OLGA = new Reviewer("olga");

  private final MovableClock clock;
  private final String agency = "agency-" + UUID.randomUUID();
  private Intake intake;

  RefusalResourceTest(MovableClock clock) {
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
  void refusalsAreCountedByGroundWithWhatWouldMakeTheRequestSucceed() {
    // Given
    decide(agency, "OVERBROAD", "OVERBROAD");
    decide(agency, "OVERBROAD", "IDENTIFIER_UNCLEAR");
    decide(agency, "", "OVERBROAD");
    decide(agency, "");
    decide("agency-" + UUID.randomUUID(), "OVERBROAD");

    // When
    ValidatableResponse report = report(OLGA, "");

    // Then
    report
        .statusCode(200)
        .body("agency.id", equalTo(agency))
        .body("agency.name", equalTo("Name of " + agency))
        .body("decided", equalTo(4))
        .body("refused", equalTo(2))
        .body("partlyApproved", equalTo(1))
        .body("causes.ground", contains("OVERBROAD", "IDENTIFIER_UNCLEAR"))
        .body("causes.requests", contains(3, 1))
        .body("causes.items", contains(4, 1))
        .body("causes.policy", everyItem(equalTo("2024-09-valid-orders")))
        .body("causes[0].wording", not(empty()))
        .body("causes[0].remedy", not(empty()));
  }

  @Test
  void onlyDecisionsOfTheTimeCount() {
    // Given
    decide(agency, "OVERBROAD");

    // When
    ValidatableResponse report = report(OLGA, "?to=2026-01-01T00:00:00Z");

    // Then
    report.statusCode(200).body("decided", equalTo(0)).body("causes", empty());
  }

  @Test
  void whoeverIsInConflictIsToldOfNoSuchAgency() {
    // Given
    decide(agency, "OVERBROAD");
    OLGA.declareConflict(agency);

    // When
    ValidatableResponse report = report(OLGA, "");

    // Then
    report.statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s%%20", "%%20%s", "%s%%00", "%s%%C3%%A4"})
  void whatIsNoIdIsNoAgencys(String other) {
    // Given
    decide(agency, "OVERBROAD");

    // When
    var answer =
        OLGA.request()
            .urlEncodingEnabled(false)
            .get("/v1/agencies/" + other.formatted(agency) + "/refusals");

    // Then
    answer.then().statusCode(404).body("detail", equalTo("There is no request of such an agency."));
  }

  @Test
  void anIdInOtherCapitalsIsAnotherAgency() {
    // Given
    decide(agency, "OVERBROAD");

    // When
    var answer = OLGA.request().get("/v1/agencies/{id}/refusals", agency.toUpperCase(Locale.ROOT));

    // Then
    answer.then().statusCode(404);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    report(OLGA, "").statusCode(404);
    report(OLGA, "?from=yesterday").statusCode(422).body("detail", containsString("from"));
    report(Reviewer.RITA, "").statusCode(403);
    report(Reviewer.SOFIA, "").statusCode(403);
  }

  private ValidatableResponse report(Reviewer reader, String query) {
    return reader.request().get("/v1/agencies/{id}/refusals" + query, agency).then();
  }

  /**
   * Submits a request and decides it.
   *
   * @param grounds on which each item is refused; empty: it is approved
   */
  private void decide(String whose, String... grounds) {
    List<String> items = Arrays.stream(grounds).map(_ -> UUID.randomUUID().toString()).toList();
    String id =
        intake.submit(
            intake
                .sound()
                .setAgency(whose)
                .setAgencyName("Name of " + whose)
                .setItems(items.stream().map(item -> Requests.item(item).build()).toList()));
    var body =
        java.util.stream.IntStream.range(0, grounds.length)
            .mapToObj(i -> decision(items.get(i), grounds[i]))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    Reviewer.RITA.decide(id, Reviewer.RITA.claim(id).header("ETag"), body).then().statusCode(200);
  }

  private static String decision(String item, String ground) {
    return "{\"itemId\":\"%s\",%s}"
        .formatted(
            item,
            ground.isEmpty()
                ? "\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\",\"PHONE_NUMBER\"]"
                : "\"outcome\":\"REFUSE\",\"ground\":\"%s\"".formatted(ground));
  }
}
