package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.RequestSubmitted;
import org.writ.intake.Intake;

/** A request for very many accounts. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ManyItemsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void fiftyThousandItemsAreOneRequestThatIsListedPageByPage() {
    // Given
    String key = UUID.randomUUID().toString();
    String body = body(50_000);

    // When
    var answer = Intake.submit("agency-de", key, body);

    // Then
    answer.then().statusCode(202);
    String id = answer.path("id");
    Intake.submit("agency-de", key, body).then().statusCode(202).body("id", equalTo(id));
    Intake.request("agency-de", id)
        .then()
        .body("itemCount", equalTo(50_000))
        .body("items", hasSize(1_000))
        .body("items[999].identifier.value", equalTo("1001000"));
    Intake.agency("agency-de")
        .get("/v1/requests/" + id + "/items?limit=200&cursor=" + ItemList.cursor(49_800))
        .then()
        .statusCode(200)
        .body("items", hasSize(200))
        .body("items[199].identifier.value", equalTo("1050000"))
        .body("nextCursor", nullValue());
    Intake.agency("agency-fr").get("/v1/requests/" + id + "/items").then().statusCode(404);
    try (var events = new TestEvents()) {
      await().atMost(PATIENCE).until(() -> !events.on(Topic.INTAKE_REQUESTS, id).isEmpty());
      var submitted = (RequestSubmitted) events.on(Topic.INTAKE_REQUESTS, id).getFirst().data();
      assertThat(submitted.getItems()).hasSize(50_000);
    }
  }

  @Test
  void oneItemMoreIsRefusedInClearWords() {
    // Given
    String body = body(50_001);

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body);

    // Then
    answer
        .then()
        .statusCode(422)
        .contentType(Intake.PROBLEM)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("/items"))
        .body("errors[0].detail", equalTo("must be an array of 1 to 50000 elements"));
  }

  @Test
  void veryManyFaultsAreCountedAndTheFirstOnesNamed() {
    // Given
    String body = body(5_000).replace("\"ACCOUNT_ID\"", "\"PASSPORT\"");

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body);

    // Then
    answer
        .then()
        .statusCode(422)
        .body("errors", hasSize(101))
        .body("errors[0].pointer", equalTo("/items/0/identifier/type"))
        .body("errors[100].detail", containsString("4900 more"));
  }

  @Test
  void pageOfItemsThatIsNoneIsRefused() {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());

    // When
    var answer = Intake.agency("agency-de").get("/v1/requests/" + id + "/items?cursor=-1");

    // Then
    answer.then().statusCode(422).contentType(Intake.PROBLEM);
    Intake.agency("agency-de")
        .get("/v1/requests/" + id + "/items?cursor=" + ItemList.cursor(5))
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  private static String body(int items) {
    var array =
        IntStream.range(0, items)
            .mapToObj(
                index ->
                    """
                    {"identifier":{"type":"ACCOUNT_ID","value":"%d"},"dataTypes":["IP_ADDRESS","PHONE_NUMBER"],\
                    "from":"2026-05-01T00:00:00Z","to":"2026-11-01T00:00:00Z"}\
                    """
                        .formatted(1_000_001 + index))
            .collect(Collectors.joining(",", "[", "]"));
    String sound = SubmissionBody.sound().with("/items", "[]").toString();
    return sound.replace("\"items\":[]", "\"items\":" + array);
  }
}
