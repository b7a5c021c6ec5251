package org.writ.eventlog.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.sample.SampleFold;
import org.writ.eventlog.sample.SampleInputs;
import org.writ.eventlog.sample.Samples;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.Topic;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConsumerTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject ConsumerWorker worker;
  @Inject ParkedEvents parked;
  @Inject EventLog log;
  @Inject Transactions transactions;
  @Inject TopicNames names;
  @Inject DataSource dataSource;
  @Inject SampleFold rows;
  @Inject SampleInputs inputs;

  private final TestEvents topics = new TestEvents();

  @AfterEach
  void close() {
    topics.close();
  }

  /** A request that cases can be about. */
  private String request() {
    String subject = UUID.randomUUID().toString();
    transactions.run(
        () ->
            log.append(
                Topic.INTAKE_REQUESTS,
                subject,
                0,
                new Actor("agency", "agency-de"),
                null,
                List.of(NewEvent.open(Samples.submitted()))));
    return subject;
  }

  private void awaitRow(String subject, String expected) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(transactions.call(() -> rows.find(subject))).contains(expected));
  }

  private List<ParkedEvents.ParkedEvent> parkedOf(String subject) {
    return parked.list().stream().filter(event -> event.subject().equals(subject)).toList();
  }

  @Test
  void inputHasItsEffectAndIsNamedAsItsCause() {
    String subject = request();

    Event input = topics.publish(Topic.REVIEW_CASES, subject, Samples.input());

    awaitRow(subject, "UNDER_REVIEW 2");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(topics.on(Topic.INTAKE_REQUESTS, subject)).hasSize(2));
    assertThat(topics.on(Topic.INTAKE_REQUESTS, subject).getLast().envelope().cause())
        .isEqualTo(input.envelope().id());
  }

  @Test
  void repeatedInputHasItsEffectOnce() {
    String subject = request();
    String other = request();

    Event input = topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    topics.repeat(input);
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    topics.repeat(input);
    topics.publish(Topic.REVIEW_CASES, other, Samples.input());

    awaitRow(other, "UNDER_REVIEW 2");
    awaitRow(subject, "UNDER_REVIEW 3");
    assertThat(parkedOf(subject)).isEmpty();
  }

  @Test
  void gapParksTheSubjectUntilTheMissingEventIsThere() {
    String subject = request();
    String other = request();

    topics.publishAs(2, Topic.REVIEW_CASES, subject, Samples.input(), null);
    topics.publish(Topic.REVIEW_CASES, other, Samples.input());

    awaitRow(other, "UNDER_REVIEW 2");
    await().atMost(SOON).untilAsserted(() -> assertThat(parkedOf(subject)).hasSize(1));
    assertThat(parkedOf(subject).getFirst().reason())
        .isEqualTo("Gap: expected sequence 1, found 2");
    assertThatThrownBy(() -> parked.retry(Topic.REVIEW_CASES, subject))
        .hasMessage("Gap: expected sequence 1, found 2");
    assertThat(parkedOf(subject)).hasSize(1);
  }

  @Test
  void eventThatCannotBeHandledIsParkedWithTheLaterOnesOfItsSubjectWhileOthersGoOn() {
    String subject = request();
    String other = request();
    inputs.fail(subject);

    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    topics.publish(Topic.REVIEW_CASES, other, Samples.input());
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    topics.publish(Topic.REVIEW_CASES, other, Samples.input());

    awaitRow(other, "UNDER_REVIEW 3");
    await().atMost(SOON).untilAsserted(() -> assertThat(parkedOf(subject)).hasSize(2));
    assertThat(parkedOf(subject))
        .extracting(ParkedEvents.ParkedEvent::reason)
        .containsExactly(IllegalStateException.class.getName(), Batch.BEHIND);
    assertThat(transactions.call(() -> rows.find(subject)))
        .as("what the handler did before it threw is undone")
        .contains("RECEIVED 1");
  }

  @Test
  void retryHandlesTheParkedEventsInOrder() {
    String subject = request();
    inputs.fail(subject);
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    await().atMost(SOON).untilAsserted(() -> assertThat(parkedOf(subject)).hasSize(2));
    assertThatThrownBy(() -> parked.retry(Topic.REVIEW_CASES, subject))
        .hasMessage("Planted failure");
    inputs.recover(subject);

    int handled = parked.retry(Topic.REVIEW_CASES, subject);

    assertThat(handled).isEqualTo(2);
    assertThat(parkedOf(subject)).isEmpty();
    assertThat(transactions.call(() -> rows.find(subject))).contains("UNDER_REVIEW 3");
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    awaitRow(subject, "UNDER_REVIEW 4");
  }

  @Test
  void operatorListsAndDropsParkedEventsAndIsRecorded() {
    String subject = request();
    inputs.fail(subject);
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    await().atMost(SOON).untilAsserted(() -> assertThat(parkedOf(subject)).hasSize(1));
    inputs.recover(subject);
    String drop = "/v1/parked/review.cases/" + subject + "/drop";

    RestAssured.given().post(drop).then().statusCode(401);
    RestAssured.given().auth().oauth2(TestTokens.person("rita")).post(drop).then().statusCode(403);
    RestAssured.given().auth().oauth2(TestTokens.person("olga")).post(drop).then().statusCode(200);

    assertThat(parkedOf(subject)).isEmpty();
    assertThat(droppedBy(subject)).startsWith("ops:");
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    awaitRow(subject, "UNDER_REVIEW 2");
  }

  private String droppedBy(String subject) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select =
              connection.prepareStatement("SELECT dropped_by FROM parked WHERE subject = ?")) {
            select.setString(1, subject);
            try (var row = select.executeQuery()) {
              row.next();
              return row.getString(1);
            }
          }
        });
  }

  @Test
  void crashBeforeTheOffsetIsStoredUndoesTheEffects() {
    String subject = request();
    worker.stop();
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    var crashing =
        new PartitionConsumer(
            Topic.REVIEW_CASES, 0, 4711, inputs, parked, dataSource, transactions);
    Event input = topics.on(Topic.REVIEW_CASES, subject).getFirst();

    assertThatThrownBy(() -> crashing.handle(List.of(new Batch.Positioned(4711, input))))
        .isInstanceOf(PartitionConsumer.Fenced.class);

    assertThat(transactions.call(() -> rows.find(subject))).contains("RECEIVED 1");
    worker.start();
    awaitRow(subject, "UNDER_REVIEW 2");
  }

  @Test
  void consumerStartsAgainWhereTheDatabaseSaysAndNotWhereKafkaDoes() {
    String subject = request();
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    awaitRow(subject, "UNDER_REVIEW 2");

    worker.stop();
    topics.publish(Topic.REVIEW_CASES, subject, Samples.input());
    worker.start();

    awaitRow(subject, "UNDER_REVIEW 3");
  }
}
