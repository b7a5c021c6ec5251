package org.writ.review.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/** Policies that an earlier version of the service took in. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HeldPolicyTest {

  private static final Reviewer OLGA = new Reviewer("olga");

  private final Transactions transactions;
  private final EventLog log;
  private final MovableClock clock;

  @Inject
  HeldPolicyTest(Transactions transactions, EventLog log, MovableClock clock) {
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  @Test
  void aPolicyBeyondTheBoundsOfTodayGoesOnCounting() {
    // Given
    String id = "held-" + UUID.randomUUID();
    String document = document(id, "TO") + Drafts.tooManyItemRules();

    // When
    append(
        id,
        Drafts.proposal(document, tomorrow(), "sofia"),
        Drafts.activation(document, tomorrow(), "sofia", "olga"));

    // Then
    OLGA.request()
        .get("/v1/policies/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("TO_COME"));
    OLGA.request()
        .get("/v1/policies?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
  }

  @Test
  void aDraftBeyondTheBoundsOfTodayIsNotActivatedAndSaysWhy() {
    // Given
    String id = "held-" + UUID.randomUUID();
    append(
        id, Drafts.proposal(document(id, "TO") + Drafts.tooManyItemRules(), tomorrow(), "sofia"));

    // When
    Response seen = OLGA.request().get("/v1/policies/" + id);
    Response activated = activate(id, seen.header("ETag"));

    // Then
    seen.then()
        .statusCode(200)
        .body("status", equalTo("DRAFT"))
        .body("faults.line", contains(18))
        .body("faults.detail", contains("/rules must have at most 50 that apply to items, not 51"));
    activated
        .then()
        .statusCode(409)
        .body("detail", startsWith("This version of the service refuses"));
  }

  @Test
  void aDraftThatCannotBeReadIsShownListedAndReplaced() {
    // Given
    String id = "held-" + UUID.randomUUID();
    append(id, Drafts.proposal("id: " + id + "\nheldFor: long\n", tomorrow(), "sofia"));

    // When
    Response seen = OLGA.request().get("/v1/policies/" + id);
    Response activated = activate(id, seen.header("ETag"));
    Response tested = backtest(id);
    Response listed = OLGA.request().get("/v1/policies?limit=200");
    Response replaced =
        OLGA.request()
            .contentType("application/yaml")
            .body(document(id, "TV").getBytes(StandardCharsets.UTF_8))
            .post("/v1/policies");

    // Then
    seen.then()
        .statusCode(200)
        .body("document", startsWith("id: " + id))
        .body("history[0].actor", equalTo("service:review"))
        .body("faults.line", hasItem(2))
        .body("faults.detail", hasItem(startsWith("/heldFor must be a period")));
    activated.then().statusCode(409);
    tested.then().statusCode(409).body("detail", startsWith("This version of the service refuses"));
    listed.then().statusCode(200).body("items.id", hasItem(id));
    replaced.then().statusCode(201).body("faults", empty());
  }

  private static Response activate(String id, String tag) {
    return OLGA.request().header("If-Match", tag).post("/v1/policies/{id}/activation", id);
  }

  private static Response backtest(String id) {
    return OLGA.request()
        .contentType("application/json")
        .body("{\"from\":\"2061-01-01T00:00:00Z\",\"to\":\"2061-01-02T00:00:00Z\"}")
        .post("/v1/policies/{id}/backtests", id);
  }

  private void append(String id, NewEvent... events) {
    transactions.run(
        () ->
            log.append(
                Topic.REVIEW_POLICIES,
                id,
                log.version(Topic.REVIEW_POLICIES, id),
                Actor.service("review"),
                null,
                List.of(events)));
  }

  private String document(String id, String country) {
    return Drafts.document(id, tomorrow().toString(), country, "offenceCategory == 'FRAUD'");
  }

  private LocalDate tomorrow() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
  }
}
