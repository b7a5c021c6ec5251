package org.writ.review.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
  private final LocalDate tomorrow;

  @Inject
  HeldPolicyTest(Transactions transactions, EventLog log, MovableClock clock) {
    this.transactions = transactions;
    this.log = log;
    this.tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
  }

  @Test
  void aPolicyBeyondTheBoundsOfTodayGoesOnCounting() {
    // Given
    String id = "held-" + UUID.randomUUID();
    String document = document(id, "TO") + Drafts.tooManyItemRules();

    // When
    append(
        id,
        Drafts.proposal(document, tomorrow, "sofia"),
        Drafts.activation(document, tomorrow, "sofia", "olga"));

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
    return Drafts.document(id, tomorrow.toString(), country, "offenceCategory == 'FRAUD'");
  }
}
