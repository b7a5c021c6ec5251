package org.writ.transparency.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.review.CallBackRecorded;
import org.writ.transparency.testing.CheckpointKey;
import org.writ.transparency.testing.Requests;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(CheckpointKey.class)
class ReportResourceTest {

  /** No other test submits from there. */
  private static final String COUNTRY = "IS";

  @Inject Clock clock;

  private Instant now = Instant.EPOCH;
  private Period running = new Period(2000, 3, 1);

  @BeforeEach
  void requestsOfThisAndTheLastQuarter() {
    now = clock.instant();
    running = Period.around(now).getFirst();
    if (!countries(running).contains(COUNTRY)) {
      try (TestEvents events = new TestEvents()) {
        publish(events);
      }
    }
    await()
        .until(
            () ->
                count("fulfilled") + count("fulfilledInPart") + count("refused") == 3
                    && count("withdrawn") == 1
                    && count("received") == 5);
  }

  private void publish(TestEvents events) {
    String fulfilled = submit(events, now, "a", "b");
    events.publish(
        Topic.REVIEW_CASES,
        fulfilled,
        Requests.decided(Requests.approved("a", "X"), Requests.approved("b", "X")));
    events.publish(
        Topic.DISCLOSURE_DELIVERIES,
        fulfilled,
        Requests.prepared(2, Requests.disclosed("a"), Requests.disclosed("b")));
    String inPart = submit(events, now, "a", "b");
    events.publish(
        Topic.REVIEW_CASES,
        inPart,
        Requests.decided(Requests.approved("a", "X"), Requests.refused("b")));
    events.publish(
        Topic.DISCLOSURE_DELIVERIES, inPart, Requests.prepared(1, Requests.disclosed("a")));
    String refused = submit(events, now, "a");
    events.publish(Topic.REVIEW_CASES, refused, Requests.decided(Requests.refused("a")));
    String withdrawn = submit(events, now, "a");
    events.publish(Topic.INTAKE_REQUESTS, withdrawn, Requests.withdrawn());
    submit(events, running.from(), "a");
    submit(events, running.from().minusMillis(1), "a");
  }

  private static String submit(TestEvents events, Instant receivedAt, String... itemIds) {
    String request = UUID.randomUUID().toString();
    events.publish(
        Topic.INTAKE_REQUESTS,
        request,
        Requests.submitted(
            COUNTRY,
            "PRODUCTION_ORDER",
            receivedAt,
            java.util.Arrays.stream(itemIds)
                .map(id -> Requests.asked(id, "X"))
                .toArray(org.writ.events.intake.RequestedItem[]::new)));
    return request;
  }

  @Test
  void requestsCountInThePeriodInWhichTheyWereReceivedUnderTheirOutcome() {
    Map<String, Object> row = country(running);

    assertThat(row)
        .containsEntry("received", 5)
        .containsEntry("accountsSpecified", 7)
        .containsEntry("fulfilled", 1)
        .containsEntry("fulfilledInPart", 1)
        .containsEntry("refused", 1)
        .containsEntry("noData", 0)
        .containsEntry("withdrawn", 1)
        .containsEntry("pending", 1)
        .containsEntry("accountsDisclosed", 3)
        .containsEntry("emergencies", 0)
        .containsEntry("emergencyCallBacksFailed", 0)
        .containsEntry("emergencyOrdersOverdue", 0);
    assertThat(country(running.previous())).containsEntry("received", 1);
  }

  @Test
  void emergenciesAreCountedAmongTheRequests() {
    // Given
    try (TestEvents events = new TestEvents()) {
      for (String outcome : new String[] {"CONFIRMED", "DENIED"}) {
        String request = UUID.randomUUID().toString();
        events.publish(
            Topic.INTAKE_REQUESTS,
            request,
            Requests.submitted("MT", "EMERGENCY", now, Requests.asked("a", "X")));
        events.publish(
            Topic.REVIEW_CASES, request, new CallBackRecorded("3f0a", outcome, "+4930", null));
        events.publish(Topic.INTAKE_REQUESTS, request, new OrderOverdue(now));
      }
    }

    // Then
    await().until(() -> malta("emergencyOrdersOverdue") == 2);
    await().until(() -> malta("emergencyCallBacksFailed") == 1);
    assertThat(malta("received")).isEqualTo(2);
    assertThat(malta("emergencies")).isEqualTo(2);
    assertThat(malta("pending")).isEqualTo(2);
  }

  private int malta(String measure) {
    Integer count =
        given()
            .get("/v1/reports/" + running)
            .path("countries.find { it.country == 'MT' }?." + measure);
    return count == null ? 0 : count;
  }

  @Test
  void reportNamesTheCheckpointThatItWasComputedAt() {
    Response report = given().get("/v1/reports/" + running);
    String[] checkpoint = given().get("/checkpoint").asString().split("\n");

    assertThat(report.path("status").toString()).isEqualTo("RUNNING");
    assertThat(report.path("suppression.kind").toString()).isEqualTo("NONE");
    assertThat(report.path("checkpoint.treeSize").toString()).isEqualTo(checkpoint[1]);
    assertThat(report.path("checkpoint.rootHash").toString()).isEqualTo(checkpoint[2]);
  }

  @Test
  void quarterThatIsOverIsADraft() {
    given().get("/v1/reports/" + running.previous()).then().body("status", is("DRAFT"));
  }

  @Test
  void listHasThePeriodsOfTheFirstRequestAndOfNow() {
    given()
        .get("/v1/reports")
        .then()
        .statusCode(200)
        .body("items.period", hasItems(running.toString(), running.previous().toString()));
  }

  @Test
  void csvComesBySuffixAndByAccept() {
    String bySuffix = given().get("/v1/reports/" + running + ".csv").asString();
    Response byAccept = given().accept("text/csv").get("/v1/reports/" + running);

    assertThat(byAccept.contentType()).isEqualTo("text/csv;charset=utf-8");
    assertThat(byAccept.asString()).isEqualTo(bySuffix);
    assertThat(bySuffix).contains(",IS,PRODUCTION_ORDER,received,5\r\n");
    given()
        .accept("text/csv")
        .get("/v1/reports/" + running + ".json")
        .then()
        .contentType(containsString("application/json"));
  }

  @Test
  void unchangedReportIsNotSentAgain() {
    String tag = given().get("/v1/reports/" + running).header("ETag");

    given()
        .header("If-None-Match", tag)
        .get("/v1/reports/" + running)
        .then()
        .statusCode(304)
        .header("ETag", tag);
    given()
        .header("If-None-Match", "\"other\"")
        .get("/v1/reports/" + running)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-Q5", "Q3", "2026-q3", "2026-Q3.xml", "nonsense", "2026-Q3.csv.csv"})
  void whatIsNoPeriodIs404AndSaysWhatIsExpected(String period) {
    given()
        .get("/v1/reports/" + period)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("Expected"));
  }

  @Test
  void periodThatHasNotBegunOrWasBeforeTheFirstRequestIs404() {
    for (String period : new String[] {"2999", "2001-Q1"}) {
      given()
          .get("/v1/reports/" + period)
          .then()
          .statusCode(404)
          .body("detail", containsString("has not begun"));
    }
  }

  private static java.util.List<String> countries(Period period) {
    Response report = given().get("/v1/reports/" + period);
    return report.statusCode() == 200
        ? report.jsonPath().getList("countries.country", String.class)
        : java.util.List.of();
  }

  private int count(String measure) {
    return country(running).get(measure) instanceof Integer count ? count : 0;
  }

  /** The country's numbers in the report; empty if it has none there. */
  private static Map<String, Object> country(Period period) {
    return countries(period).contains(COUNTRY)
        ? given()
            .get("/v1/reports/" + period)
            .jsonPath()
            .getMap("countries.find { it.country == '" + COUNTRY + "' }")
        : Map.of();
  }
}
