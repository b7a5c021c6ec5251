package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.Topic;
import org.writ.events.review.ConflictDeclared;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Persons who may not see, or not judge twice, a case, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConflictTest extends CaseScenario {

  /** An agency that no other test has. */
  private final String agency = "agency-" + UUID.randomUUID();

  private final String person = "person-" + UUID.randomUUID();
  private final String token = account();

  ConflictTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void aCaseDoesNotExistForWhomIsInConflictWithItsAgency() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.etag(id);
    as(token).get("/v1/cases/{id}", id).then().statusCode(200);

    // When
    declare(as(token), agency, null)
        .then()
        .statusCode(200)
        .body("reviewer", equalTo(person))
        .body("declaredBy", equalTo(person));

    // Then
    for (String path : List.of("/v1/cases/{id}", "/v1/cases/{id}/items")) {
      as(token).get(path, id).then().statusCode(404);
    }
    as(token).post("/v1/cases/{id}/claim", id).then().statusCode(404);
    as(token).header("If-Match", etag).post("/v1/cases/{id}/release", id).then().statusCode(404);
    as(token)
        .header("If-Match", etag)
        .contentType("application/json")
        .body(refuse())
        .post("/v1/cases/{id}/decision", id)
        .then()
        .statusCode(404);
    assertThat(queue(as(token))).doesNotContain(id);
    assertThat(queue(Reviewer.RITA.request())).contains(id);
    Reviewer.RITA.read(id).then().statusCode(200);
    assertThat(intake.events().on(Topic.REVIEW_CONFLICTS, agency))
        .extracting(event -> event.data())
        .containsExactly(new ConflictDeclared(person, person));
  }

  @Test
  void aCaseThatIsHeldComesFreeWhenItsHolderIsInConflict() {
    // Given
    String id = submit();
    String others = submitWith(false);
    String given = "{\"assignee\":\"%s\"}".formatted(person);
    Reviewer.SOFIA.step(id, "assignment", Reviewer.SOFIA.etag(id), given).then().statusCode(200);
    as(token).post("/v1/cases/{id}/claim", others).then().body("holder", equalTo(person));

    // When
    declare(as(token), agency, null).then().statusCode(200);

    // Then
    Reviewer.RITA
        .read(id)
        .then()
        .body("status", equalTo("OPEN"))
        .body("holder", nullValue())
        .body("timeline.type", hasItem("CaseReleased"));
    Reviewer.RITA.read(others).then().body("holder", equalTo(person));
    Reviewer.RAJ.claim(id).then().statusCode(200);
  }

  @Test
  void theMostUrgentCaseIsPassedOverForWhomIsInConflict() {
    // Given
    String urgent = intake.submit(about().setDueAt(clock.instant().minusSeconds(60)));
    declare(as(token), agency, null).then().statusCode(200);

    // When
    Response claimed = as(token).post("/v1/cases/claims");

    // Then
    assertThat(claimed.statusCode()).isIn(200, 204);
    Reviewer.RITA.read(urgent).then().body("holder", nullValue());
  }

  @Test
  void aSeniorReviewerDeclaresAndEndsTheConflictOfAnother() {
    // Given
    String id = submit();

    // When
    declare(Reviewer.SOFIA.request(), agency, person).then().statusCode(200);
    declare(Reviewer.SOFIA.request(), agency, person).then().statusCode(200);

    // Then
    as(token).get("/v1/cases/{id}", id).then().statusCode(404);
    assertThat(intake.events().on(Topic.REVIEW_CONFLICTS, agency)).hasSize(1);
    as(token).get("/v1/conflicts").then().body("items.agency", contains(agency));
    Reviewer.SOFIA
        .request()
        .get("/v1/conflicts?agency=" + agency)
        .then()
        .body("items.reviewer", contains(person));

    // When
    end(Reviewer.SOFIA.request()).then().statusCode(204);

    // Then
    as(token).get("/v1/cases/{id}", id).then().statusCode(200);
    as(token).get("/v1/conflicts").then().body("items", empty());
    end(Reviewer.SOFIA.request()).then().statusCode(404);
  }

  @Test
  void nobodyEndsTheirOwnConflictOrDeclaresAnothersUnasked() {
    // Given
    String senior =
        TestClient.ofThisTest().in("senior-reviewer").claiming("person", person).token();
    declare(as(senior), agency, null).then().statusCode(200);

    // When / Then
    end(as(senior)).then().statusCode(403);
    end(as(token)).then().statusCode(403);
    declare(as(token), agency, Reviewer.RAJ.id()).then().statusCode(403);
    declare(as(TestTokens.client("agency-de")), agency, null).then().statusCode(403);
    declare(RestAssured.given(), agency, null).then().statusCode(401);
    as(TestTokens.person("olga")).get("/v1/conflicts").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{}|/agency",
        "[]|''",
        "{\"agency\":7}|/agency",
        "{\"agency\":\"\"}|/agency",
        "{\"agency\":\"a b\"}|/agency",
        "{\"agency\":\"a\",\"reviewer\":\"rita@writ.example\"}|/reviewer",
        "{\"agency\":\"a\",\"why\":\"x\"}|/why"
      })
  void aFaultOfAConflictIsNamed(String body, String pointer) {
    Reviewer.SOFIA
        .request()
        .contentType("application/json")
        .body(body)
        .post("/v1/conflicts")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer.equals("''") ? "" : pointer));
  }

  @Test
  void conflictsAreListedPageByPage() {
    // Given
    declare(Reviewer.SOFIA.request(), agency, person + "-a").then().statusCode(200);
    declare(Reviewer.SOFIA.request(), agency, person + "-b").then().statusCode(200);
    String list = "/v1/conflicts?limit=1&agency=" + agency;

    // When
    Response first = Reviewer.SOFIA.request().get(list);
    Response second =
        Reviewer.SOFIA.request().get(list + "&cursor=" + first.jsonPath().getString("nextCursor"));

    // Then
    first.then().body("items.reviewer", contains(person + "-a"));
    second.then().body("items.reviewer", contains(person + "-b")).body("nextCursor", nullValue());
    Reviewer.SOFIA.request().get(list + "&cursor=x").then().statusCode(422);
  }

  @Test
  void twoAccountsOfOnePersonAreNotFourEyes() {
    // Given
    String other = account();
    String id =
        intake.submit(
            intake
                .dueIn(Duration.ofHours(8))
                .setReceivedAt(java.time.Instant.parse("2026-11-23T12:00:00Z"))
                .setProcess("EMERGENCY")
                .setCallBackPhone("+49301234567")
                .setItems(List.of(Requests.item(itemId).build())));
    as(token).post("/v1/cases/{id}/claim", id).then().body("holder", equalTo(person));
    String called = step(token, id, "verification", "{\"outcome\":\"CONFIRMED\"}").header("ETag");
    assertThat(called).isNotNull();
    step(token, id, "decision", approve())
        .then()
        .statusCode(200)
        .body("status", equalTo("AWAITING_SECOND_PERSON"));

    // When / Then
    step(other, id, "confirmation", "").then().statusCode(409);
    as(other).post("/v1/cases/{id}/claim", id).then().statusCode(409);

    // When
    declare(Reviewer.SOFIA.request(), agencyOf(id), person).then().statusCode(200);

    // Then
    Reviewer.RAJ.confirm(id, Reviewer.RAJ.etag(id)).then().statusCode(409);
    end(Reviewer.SOFIA.request(), agencyOf(id)).then().statusCode(204);
    Reviewer.RAJ.confirm(id, Reviewer.RAJ.etag(id)).then().statusCode(200);
  }

  @Test
  void aTokenThatNamesThePersonByNoOpaqueIdIsRefused() {
    String named =
        TestClient.ofThisTest().in("reviewer").claiming("person", "rita@writ.example").token();

    as(named).get("/v1/cases").then().statusCode(403);
  }

  private String account() {
    return TestClient.ofThisTest().in("reviewer").claiming("person", person).token();
  }

  private static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token);
  }

  private static Response step(String token, String id, String step, String body) {
    return as(token)
        .header("If-Match", as(token).get("/v1/cases/{id}", id).header("ETag"))
        .contentType("application/json")
        .body(body)
        .post("/v1/cases/{id}/{step}", id, step);
  }

  private static Response declare(
      RequestSpecification caller, String agency, @Nullable String reviewer) {
    String member = reviewer == null ? "" : ",\"reviewer\":\"" + reviewer + "\"";
    return caller
        .contentType("application/json")
        .body("{\"agency\":\"%s\"%s}".formatted(agency, member))
        .post("/v1/conflicts");
  }

  private Response end(RequestSpecification caller) {
    return end(caller, agency);
  }

  private Response end(RequestSpecification caller, String about) {
    return caller.delete("/v1/conflicts/{agency}/{reviewer}", about, person);
  }

  private static String agencyOf(String id) {
    return Reviewer.RITA.read(id).jsonPath().getString("agency.id");
  }

  private static List<String> queue(RequestSpecification caller) {
    return caller.get("/v1/cases?limit=200").jsonPath().getList("items.id");
  }

  private org.writ.events.intake.RequestSubmitted.Builder about() {
    return intake.sound().setAgency(agency).setItems(List.of(Requests.item(itemId).build()));
  }

  private String submit() {
    return intake.submit(about().setDueAt(clock.instant().plusSeconds(5)));
  }
}
