package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/** Policies from outside: proposed by one person, activated by another, and then in force. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PolicyResourceTest {

  private static final Reviewer OLGA = new Reviewer("olga");
  private static final Reviewer ADA = new Reviewer("ada");

  private final MovableClock clock;
  private Intake intake;

  PolicyResourceTest(MovableClock clock) {
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
  void twoPersonsPutAPolicyInForceAndRequestsOfItsDayAreJudgedUnderIt() {
    // Given
    String id = id();
    String document =
        Drafts.document(id, tomorrow().toString(), "BR", "offenceCategory == 'FRAUD'");

    // When
    Response proposed = propose(Reviewer.SOFIA, document);

    // Then
    proposed
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/policies/" + id))
        .body("status", equalTo("DRAFT"))
        .body("document", equalTo(document))
        .body("history.type", contains("PolicyProposed"));
    String etag = proposed.header("ETag");
    assertThat(etag).isEqualTo("\"" + proposed.path("digest") + "\"");

    // When
    activate(Reviewer.SOFIA, id, etag)
        .then()
        .statusCode(409)
        .body("detail", containsString("another person"));
    Response activated = activate(OLGA, id, etag);

    // Then
    activated
        .then()
        .statusCode(200)
        .body("status", equalTo("TO_COME"))
        .body("origin", equalTo("TWO_PERSONS"))
        .body("governs[0].countries", contains("BR"))
        .body("history.type", contains("PolicyProposed", "PolicyActivated"))
        .body("history[1].actor", equalTo("ops:" + OLGA.id()));
    activate(OLGA, id, etag).then().statusCode(409).body("detail", containsString("already"));
    assertThat(intake.events().on(Topic.REVIEW_POLICIES, id))
        .extracting(event -> event.data().getSchema().getName())
        .containsExactly("PolicyProposed", "PolicyActivated");

    // When
    String onItsDay =
        intake.submit(
            intake
                .sound()
                .setRegime("MLAT")
                .setCountry("BR")
                .setOffenceCategory("FRAUD")
                .setReceivedAt(tomorrow().atStartOfDay(ZoneOffset.UTC).toInstant()));
    String before =
        intake.submit(
            intake
                .sound()
                .setRegime("MLAT")
                .setCountry("BR")
                .setReceivedAt(tomorrow().atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1)));

    // Then
    Reviewer.RITA
        .read(onItsDay)
        .then()
        .body("policy.id", equalTo(id))
        .body("policy.digest", equalTo(proposed.path("digest")))
        .body("findings.rule", contains("draft-rule"));
    Reviewer.RITA.read(before).then().body("policy.id", equalTo("2026-11-emergencies"));
  }

  @Test
  void aDraftIsReplacedUntilItIsActivatedAndAStaleConfirmationIsRefused() {
    // Given
    String id = id();
    String first = Drafts.document(id, tomorrow().toString(), "CL", "offenceCategory == 'FRAUD'");
    String etag = propose(OLGA, first).header("ETag");

    // When
    Response again = propose(Reviewer.SOFIA, first);
    Response changed = propose(Reviewer.SOFIA, first + "# narrower\n");

    // Then
    again.then().statusCode(201).body("history", hasSize(1));
    changed.then().statusCode(201).body("history", hasSize(2));
    activate(OLGA, id, etag).then().statusCode(412);
    activate(OLGA, id, null).then().statusCode(428);
    activate(OLGA, id, "\"x\"").then().statusCode(412);
    activate(OLGA, "no-such-policy", etag).then().statusCode(404);
    activate(OLGA, "us-sca", etag)
        .then()
        .statusCode(409)
        .body("detail", containsString("deployment"));
    activate(OLGA, id, changed.header("ETag")).then().statusCode(200);
  }

  @Test
  void everyFaultOfADocumentIsNamedWithItsLine() {
    // Given
    String document =
        Drafts.document(id(), tomorrow().toString(), "PE", "offenceCategory == 'FRAUD'")
            .replace("ground: A_GROUND", "ground: NO_GROUND")
            .replace("heldFor: P12M", "heldFor: long");

    // When
    Response refusal = propose(OLGA, document);

    // Then
    refusal
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.pointer", contains("line 4", "line 23"))
        .body(
            "errors.detail",
            contains(
                startsWith("/heldFor must be a period"),
                equalTo("rule draft-rule: /ground NO_GROUND is none of the policy's grounds")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a: [", "- a", "id: x\n---\nid: y", "\u0000", "a: &a [*a]"})
  void whatIsNoPolicyIsRefused(String document) {
    propose(OLGA, document).then().statusCode(422).body("errors", hasSize(1));
  }

  @Test
  void aConditionWithoutBoundsAndADocumentWithoutEndAreRefused() {
    String loop = "offenceCategory.matches('(a*)*b') && [1].all(x, x > 0)";
    String endless =
        "dyn([1,2,3,4,5,6,7,8,9,10]).all(a, dyn([1,2,3,4,5,6,7,8,9,10]).all(b,"
            + " dyn([1,2,3,4,5,6,7,8,9,10]).all(c, dyn([1,2,3,4,5,6,7,8,9,10]).all(d, a > 0 ||"
            + " offenceCategory == 'FRAUD'))))";
    propose(OLGA, Drafts.document(id(), tomorrow().toString(), "UY", endless))
        .then()
        .statusCode(422)
        .body("errors.detail", hasItems(containsString("a loop stands within another")));
    propose(OLGA, Drafts.document(id(), tomorrow().toString(), "UY", loop)).then().statusCode(422);
    propose(OLGA, "#".repeat(2 * 1024 * 1024 + 1)).then().statusCode(413);
  }

  @Test
  void theListIsReadByWhoeverWorksWithPoliciesAndChangedByFew() {
    // When
    Response first = ADA.request().get("/v1/policies?limit=2");

    // Then
    first
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.id", contains("2018-08-terror-only", "2024-09-valid-orders"))
        .body("items.status", contains("SUPERSEDED", "SUPERSEDED"));
    var ids = new ArrayList<String>(first.path("items.id"));
    String cursor = first.path("nextCursor");
    while (cursor != null) {
      Response next = Reviewer.RITA.request().get("/v1/policies?limit=2&cursor=" + cursor);
      ids.addAll(next.path("items.id"));
      cursor = next.path("nextCursor");
    }
    assertThat(ids)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("2026-11-emergencies", "eu-e-evidence", "us-sca");
    ADA.request()
        .get("/v1/policies/eu-e-evidence")
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_FORCE"))
        .body("document", containsString("Regulation (EU) 2023/1543"));
    ADA.request().get("/v1/policies/none").then().statusCode(404);
    ADA.request().get("/v1/policies?cursor=%2A").then().statusCode(422);
    propose(Reviewer.RITA, "id: x").then().statusCode(403);
    propose(ADA, "id: x").then().statusCode(403);
    activate(Reviewer.RITA, "us-sca", "\"x\"").then().statusCode(403);
    new Reviewer("milo").request().get("/v1/policies").then().statusCode(403);
    OLGA.request()
        .contentType("application/json")
        .body("{}")
        .post("/v1/policies")
        .then()
        .statusCode(415);
  }

  private static Response propose(Reviewer person, String document) {
    return person
        .request()
        .contentType("application/yaml; charset=utf-8")
        .body(document.getBytes(StandardCharsets.UTF_8))
        .post("/v1/policies");
  }

  private static Response activate(Reviewer person, String id, @Nullable String etag) {
    var request = person.request();
    return (etag == null ? request : request.header("If-Match", etag))
        .post("/v1/policies/{id}/activation", id);
  }

  private LocalDate tomorrow() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
  }

  private static String id() {
    return "draft-" + UUID.randomUUID();
  }
}
