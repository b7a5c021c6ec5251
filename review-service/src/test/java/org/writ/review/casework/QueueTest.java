package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** The queue and claims from it, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class QueueTest {

  private final MovableClock clock;
  private final DataSource dataSource;
  private Intake intake;

  QueueTest(MovableClock clock, DataSource dataSource) {
    this.clock = clock;
    this.dataSource = dataSource;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void emptyQueue() {
    intake.close();
    intake = new Intake(clock);
    Reviewer.SOFIA.emptyQueue();
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void fiftyCallersClaimThirtyCasesAndNoTwoGetTheSame() throws Exception {
    // Given
    List<String> cases = intake.submit(30, Duration.ofDays(5));

    // When
    List<Response> answers = together(50, i -> (i % 2 == 0 ? Reviewer.RITA : Reviewer.RAJ));

    // Then
    List<String> claimed =
        answers.stream()
            .filter(answer -> answer.statusCode() == 200)
            .map(answer -> answer.jsonPath().getString("id"))
            .toList();
    assertThat(claimed).containsExactlyInAnyOrderElementsOf(cases);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 204)).hasSize(20);
  }

  @Test
  void aCaseThatAVersionChangesWhichKnowsNoPhaseIsListedAsItStands() {
    // Given: of a country that no other test has
    String id = intake.submit(intake.sound().setCountry("AD"));

    // When
    Jdbc.run(
        dataSource,
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE legal_case SET withdrawn = TRUE, waits = FALSE WHERE id = ?")) {
            update.setString(1, id);
            update.executeUpdate();
          }
        });

    // Then
    assertThat(listed("WITHDRAWN")).contains(id);
    assertThat(listed("OPEN")).doesNotContain(id);
  }

  private static List<String> listed(String status) {
    return Reviewer.RITA
        .request()
        .get("/v1/cases?country=AD&status=" + status)
        .jsonPath()
        .getList("items.id");
  }

  @Test
  void claimsGoByDueTime() {
    // Given
    String later = intake.submit(intake.dueIn(Duration.ofDays(8)));
    String late = intake.submit(intake.dueIn(Duration.ofDays(-1)));
    String soon = intake.submit(intake.dueIn(Duration.ofDays(2)));

    // When
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      order.add(Reviewer.RITA.claimMostUrgent().jsonPath().getString("id"));
    }

    // Then
    assertThat(order).containsExactly(late, soon, later);
    Reviewer.RITA.claimMostUrgent().then().statusCode(204);
  }

  @Test
  void aLapsedClaimComesBackToTheQueue() {
    // Given
    String id = intake.submit(intake.dueIn(Duration.ofDays(-300)));
    Reviewer.RITA.claimMostUrgent().then().statusCode(200).body("id", equalTo(id));
    Reviewer.RAJ.claimMostUrgent().then().statusCode(204);

    // When
    clock.forward(Duration.ofMinutes(31));

    // Then
    Reviewer.RAJ.claimMostUrgent().then().statusCode(200).body("id", equalTo(id));
  }

  @Test
  void theQueueIsSortedByDueTimeAndPaged() {
    // Given
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      cases.add(intake.submit(intake.dueIn(Duration.ofHours(-9 + i)).setCountry("IS")));
    }

    // When
    JsonPath first = page("?country=IS&limit=3");
    JsonPath second = page("?country=IS&limit=2&cursor=" + first.getString("nextCursor"));

    // Then
    assertThat(first.getList("items.id")).isEqualTo(cases.subList(0, 3));
    assertThat(second.getList("items.id")).isEqualTo(cases.subList(3, 5));
    assertThat(first.getList("items.urgency")).containsOnly("LATE");
    assertThat(second.getString("nextCursor")).isNull();
  }

  @Test
  void theQueueShowsNothingAboutPersons() {
    // Given
    intake.submit(intake.dueIn(Duration.ofDays(-100)));

    // When
    String queue = Reviewer.RITA.request().get("/v1/cases").asString();

    // Then
    assertThat(queue)
        .contains("Demo Police")
        .doesNotContain("+4915100000001")
        .doesNotContain("Officer Example")
        .doesNotContain("AZ 2026/000123")
        .doesNotContain("A long story");
  }

  @Test
  void theQueueIsFilteredByStatus() {
    // Given
    String open = intake.submit(intake.dueIn(Duration.ofDays(-52)));
    String claimed = intake.submit(intake.dueIn(Duration.ofDays(-51)));
    String decided = intake.submit(intake.dueIn(Duration.ofDays(-50)));
    Reviewer.RITA.claim(claimed).then().statusCode(200);
    refuse(decided);

    // Then
    assertThat(ids("?status=OPEN")).contains(open).doesNotContain(claimed, decided);
    assertThat(ids("?status=CLAIMED")).contains(claimed).doesNotContain(open, decided);
    assertThat(ids("?status=DECIDED")).contains(decided).doesNotContain(open, claimed);
    assertThat(ids("")).contains(open, claimed).doesNotContain(decided);
  }

  @Test
  void theQueueIsFilteredByCountryAndUrgency() {
    // Given: received on 2026-11-20, so that the share of the time that is left follows from the
    // due time
    Duration sinceReceipt = Duration.between(Requests.RECEIVED_AT, clock.instant());
    String late = intake.submit(intake.dueIn(Duration.ofDays(-1)).setCountry("FI"));
    String urgent = intake.submit(intake.dueIn(sinceReceipt.dividedBy(9)).setCountry("FI"));
    String soon = intake.submit(intake.dueIn(sinceReceipt.dividedBy(2)).setCountry("FI"));
    String normal = intake.submit(intake.dueIn(sinceReceipt.multipliedBy(3)).setCountry("FI"));

    // Then
    assertThat(ids("?country=FI")).containsExactly(late, urgent, soon, normal);
    assertThat(ids("?country=FI&urgency=LATE")).containsExactly(late);
    assertThat(ids("?country=FI&urgency=URGENT")).containsExactly(urgent);
    assertThat(ids("?country=FI&urgency=DUE_SOON")).containsExactly(soon);
    assertThat(ids("?country=FI&urgency=NORMAL")).containsExactly(normal);
    assertThat(ids("?country=SE&status=DECIDED&urgency=LATE")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=FREE",
        "urgency=VERY",
        "country=de",
        "limit=0",
        "limit=201",
        "limit=all",
        "orderOverdue=yes",
        "cursor=abc"
      })
  void aParameterThatIsNotUnderstoodIsNamed(String parameter) {
    Reviewer.RITA
        .request()
        .get("/v1/cases?" + parameter)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("detail", containsString(parameter.substring(0, parameter.indexOf('='))));
  }

  @Test
  void onlyReviewersGetIn() {
    RestAssured.given()
        .get("/v1/cases")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    for (String outsider : List.of("milo", "olga", "ada", "dora")) {
      new Reviewer(outsider)
          .request()
          .get("/v1/cases")
          .then()
          .statusCode(403)
          .contentType("application/problem+json");
    }
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.client("agency-de"))
        .post("/v1/cases/claims")
        .then()
        .statusCode(403);
  }

  private static void refuse(String id) {
    Response claim = Reviewer.RITA.claim(id);
    String body =
        "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}]}"
            .formatted(claim.jsonPath().getString("items[0].itemId"));
    Reviewer.RITA.decide(id, claim.header("ETag"), body).then().statusCode(200);
  }

  private static List<Response> together(
      int callers, java.util.function.IntFunction<Reviewer> caller)
      throws InterruptedException, ExecutionException {
    TestTokens.person("rita");
    TestTokens.person("raj");
    var answers = new ArrayList<Response>();
    try (var threads = Executors.newFixedThreadPool(callers)) {
      var calls = new ArrayList<Future<Response>>();
      for (int i = 0; i < callers; i++) {
        Reviewer reviewer = caller.apply(i);
        calls.add(threads.submit(reviewer::claimMostUrgent));
      }
      for (Future<Response> call : calls) {
        answers.add(call.get());
      }
    }
    return answers;
  }

  private static JsonPath page(String query) {
    return Reviewer.RITA
        .request()
        .get("/v1/cases" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> ids(String query) {
    String separator = query.isEmpty() ? "?" : "&";
    return page(query + separator + "limit=200").getList("items.id");
  }
}
