package org.writ.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.review.SecondReviewDropped;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;
import org.writ.web.security.Roles;

/** Second reviews, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SecondReviewResourceTest extends QualityScenario {

  /** More than are looked through at once. */
  private static final int VERY_MANY = 1_100;

  private final Transactions transactions;
  private final QualityRows rows;
  private final Quality quality;
  private final String agency = "agency-" + UUID.randomUUID();

  SecondReviewResourceTest(
      MovableClock clock, Transactions transactions, QualityRows rows, Quality quality) {
    super(clock);
    this.quality = quality;
    this.transactions = transactions;
    this.rows = rows;
  }

  /** So that no other test has to look through them. */
  @AfterEach
  void forgetReviewsThatNobodyMayTake() {
    transactions.run(() -> rows.delete("agency = ?1 or agency = ?2", agency, "of-" + agency));
  }

  @Test
  void aSecondPersonSeesTheCaseWithoutItsDecision() {
    // Given
    String id = decided(refusal());
    String review = review(id);

    // When
    Response claimed = as(outsider).post("/v1/quality/reviews/{id}/claim", review);

    // Then
    claimed
        .then()
        .statusCode(200)
        .body("case.id", equalTo(id))
        .body("case.items[0].identifier.value", equalTo("+4915100000001"))
        .body("case.decision", nullValue())
        .body("case.proposal", nullValue())
        .body("case.timeline.type", not(hasItem("CaseDecided")))
        .body("case.timeline.type", hasItem("CaseOpened"));
    assertThat(claimed.asString()).doesNotContain("OVERBROAD", "REFUSED");
    as(TestClient.ofThisTest().in("reviewer").token())
        .post("/v1/quality/reviews/{id}/claim", review)
        .then()
        .statusCode(409)
        .body("detail", containsString("holds"));
  }

  @Test
  void whoDecidedOrCouldHaveSeenTheDecisionDoesNotReviewIt() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    Reviewer.RAJ.read(id).then().statusCode(200);

    // When / Then
    for (Reviewer reviewer : List.of(Reviewer.RITA, Reviewer.RAJ)) {
      reviewer.request().post("/v1/quality/reviews/{id}/claim", review).then().statusCode(409);
    }
    give(outsider, review, refusal()).then().statusCode(409);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);
    as(outsider).get("/v1/cases/{id}", id).then().statusCode(200);
    give(outsider, review, refusal()).then().statusCode(409);
  }

  @Test
  void aDecisionThatOverridesAFindingIsReviewedBySeniorReviewersOnly() {
    // Given
    String id =
        intake.submit(
            intake
                .sound()
                .setValidUntil(LocalDate.parse("2026-01-31"))
                .setItems(List.of(Requests.item(itemId).build())));
    String overriding =
        approval("\"overrides\":[{\"rule\":\"order-expired\",\"reason\":\"Prolonged\"}]");
    Reviewer.SOFIA
        .decide(id, Reviewer.SOFIA.claim(id).header("ETag"), overriding)
        .then()
        .statusCode(200);
    String review = review(id);
    await().until(() -> offered(Roles.SENIOR_REVIEWER).contains(review));

    // When
    Response claimed = as(outsider).post("/v1/quality/reviews/{id}/claim", review);

    // Then
    claimed.then().statusCode(409).body("detail", containsString("Only a senior reviewer"));
    assertThat(offered(Roles.REVIEWER)).doesNotContain(review);
    String senior = TestClient.ofThisTest().in("senior-reviewer").token();
    as(senior).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);
    give(senior, review, overriding).then().statusCode(200).body("state", equalTo("AGREED"));
  }

  /** To somebody who has read nothing yet. */
  private List<String> offered(String role) {
    return quality.waiting(10_000, new Actor(role, "person-" + UUID.randomUUID())).stream()
        .map(Quality.Waiting::id)
        .toList();
  }

  @Test
  void whoReadsOnWhenItIsDecidedCouldHaveSeenTheDecision() {
    // Given
    String id = submitted();
    Reviewer.RAJ.read(id).then().statusCode(200);
    decide(id, refusal());

    // When
    Reviewer.RAJ.request().get("/v1/cases/{id}/items", id).then().statusCode(200);

    // Then
    Reviewer.RAJ
        .request()
        .post("/v1/quality/reviews/{id}/claim", review(id))
        .then()
        .statusCode(409);
  }

  @Test
  void anIdThatLooksLikeAnothersHidesNobody() {
    // Given
    String similar = "person-" + UUID.randomUUID();
    String reader = person(similar.replace('-', 'x'));
    String id = decided(refusal());
    as(reader).get("/v1/cases/{id}", id).then().statusCode(200);

    // When
    Response claimed =
        as(person(similar.replace('-', '_'))).post("/v1/quality/reviews/{id}/claim", review(id));

    // Then
    claimed.then().statusCode(200);
  }

  @Test
  void theReviewOfACaseThatIsErasedIsDropped() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);

    // When
    intake.events().eraseKey(id);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Reviewer.RITA.read(id).jsonPath().getBoolean("erased"));

    // Then
    give(outsider, review, refusal())
        .then()
        .statusCode(409)
        .body("detail", containsString("erased"));
    assertThat(onTopic(id, SecondReviewDropped.class).data())
        .isEqualTo(new SecondReviewDropped(review));
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(409);
  }

  @Test
  void aDecisionThatStandsNoLongerIsNotReviewed() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);

    // When
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(200);

    // Then
    assertThat(onTopic(id, SecondReviewDropped.class).data())
        .isEqualTo(new SecondReviewDropped(review));
    give(outsider, review, refusal()).then().statusCode(409);
  }

  @Test
  void theOldestReviewThatOneMayTakeIsClaimed() {
    // Given
    decided(refusal());

    // When
    Response claimed = as(outsider).post("/v1/quality/reviews/claims");

    // Then
    claimed.then().statusCode(200).body("case.decision", nullValue());
    String again = as(outsider).post("/v1/quality/reviews/claims").jsonPath().getString("id");
    assertThat(again).isEqualTo(claimed.jsonPath().getString("id"));
  }

  @Test
  void theOldestReviewThatOneMayTakeIsFoundBehindVeryManyOthers() {
    // Given
    String token = person("person-" + UUID.randomUUID());
    as(token)
        .contentType("application/json")
        .body("{\"agency\":\"%s\"}".formatted(agency))
        .post("/v1/conflicts")
        .then()
        .statusCode(200);
    transactions.run(() -> IntStream.range(0, VERY_MANY).forEach(this::addReviewNobodyMayTake));
    decided(refusal());

    // When
    Response claimed = as(token).post("/v1/quality/reviews/claims");

    // Then
    claimed.then().statusCode(200).body("case.items", hasSize(1));
  }

  /** About the agency of the conflict, or about a decision that does not stand; the oldest ones. */
  private void addReviewNobodyMayTake(int number) {
    var row = new SecondReviewRow();
    row.decision = UUID.randomUUID().toString();
    row.caseId = UUID.randomUUID().toString();
    row.decidedAt = Instant.EPOCH.plusSeconds(number);
    row.decidedBy = "somebody";
    row.firstOutcome = "REFUSED";
    row.agency = number % 2 == 0 ? agency : "of-" + agency;
    row.country = "DE";
    row.process = "COURT_ORDER";
    row.state = SecondReview.State.WAITING;
    rows.persist(row);
  }

  @Test
  void faultsOfAReviewAndOthersAreRefused() {
    // Given
    String review = review(decided(refusal()));
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);

    // When / Then
    give(outsider, review, "{}").then().statusCode(422).body("errors.pointer", hasItem("/items"));
    give(outsider, review, "no").then().statusCode(400);
    as(outsider)
        .post("/v1/quality/reviews/{id}/claim", UUID.randomUUID().toString())
        .then()
        .statusCode(404);
    as(outsider).post("/v1/quality/reviews/{id}/claim", "x").then().statusCode(404);
    as(TestTokens.client("agency-de")).post("/v1/quality/reviews/claims").then().statusCode(403);
  }
}
