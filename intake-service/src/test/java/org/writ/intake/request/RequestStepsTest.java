package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.intake.PreservationExtended;
import org.writ.intake.Intake;

/** What an agency does with a request after it submitted it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RequestStepsTest {

  private OwnRequest request;

  @BeforeEach
  void submit() {
    request = OwnRequest.submitted();
  }

  @AfterEach
  void closeRequest() {
    request.close();
  }

  @Test
  void supplementIsAMessageAndOnceWhenItIsRepeated() {
    // Given
    var first = request.post("supplement", "{\"text\":\"The court extended the order.\"}");

    // When
    var second = request.post("supplement", "{\"text\":\"The court extended the order.\"}");

    // Then
    first.then().statusCode(200).body("id", equalTo(request.id()));
    assertThat(second.asString()).isEqualTo(first.asString());
    request
        .seen()
        .body("messages", hasSize(1))
        .body("messages[0].kind", equalTo("SUPPLEMENT"))
        .body("status", equalTo("RECEIVED"));
  }

  @Test
  void preservationIsExtendedOnce() {
    // Given
    var until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(90));
    request.disclose(OtherServices.preserved(until));
    request.awaitStatus("PRESERVED");

    // When
    var first = request.post("extension", "{}");
    var second = request.post("extension", "{}");

    // Then
    first
        .then()
        .statusCode(200)
        .body("preservedUntil", equalTo(until.plus(Duration.ofDays(90)).toString()))
        .body("rule", equalTo("18 U.S.C. 2703(f)(2)"))
        .body("extension", equalTo(1));
    second.then().statusCode(409);
    request
        .seen()
        .body("preservedUntil", equalTo(until.plus(Duration.ofDays(90)).toString()))
        .body("extensions", equalTo(1));
    assertThat(request.event(PreservationExtended.class).getExtension()).isEqualTo(1);
  }

  @Test
  void preservationThatIsOverIsNotExtended() {
    // Given
    var until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(90));
    request.disclose(OtherServices.preserved(until));
    request.awaitStatus("PRESERVED");
    request.disclose(new PreservationExpired("p-1"));
    request.awaitStatus("EXPIRED");

    // When
    var extension = request.post("extension", "{}");

    // Then
    extension.then().statusCode(409);
    request.seen().body("status", equalTo("EXPIRED")).body("extensions", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clarification", "withdrawal", "supplement", "extension"})
  void requestOfAnotherAgencyLooksLikeNone(String action) {
    // Given
    String member = action.equals("clarification") ? "answer" : "text";
    boolean worded = action.equals("clarification") || action.equals("supplement");
    String body = worded ? "{\"" + member + "\":\"Yes.\"}" : "{}";

    // When
    var foreign = OwnRequest.post("agency-fr", request.id(), action, body);
    var none = OwnRequest.post("agency-fr", UUID.randomUUID().toString(), action, body);

    // Then
    foreign.then().statusCode(404);
    none.then().statusCode(404);
    assertThat(foreign.<String>path("detail")).isEqualTo(none.path("detail"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clarification | {}                              | 422
          clarification | {"answer":""}                   | 422
          clarification | {"answer":" "}                  | 422
          clarification | {"answer":7}                    | 422
          clarification | {"answer":["Yes"]}              | 422
          clarification | {"answer":null}                 | 422
          clarification | {"answer":"\\ud800"}            | 422
          clarification | {"answer":"a\\u0000b"}          | 422
          clarification | {"answer":"Yes","more":1}       | 422
          clarification | {"answer":"Yes","answer":"No"}  | 400
          clarification | []                              | 422
          clarification | "Yes"                           | 422
          clarification | {"answer":                      | 400
          withdrawal    | {"reason":""}                   | 422
          withdrawal    | {"reason":{}}                   | 422
          withdrawal    | {"because":"x"}                 | 422
          withdrawal    | []                              | 422
          supplement    | {}                              | 422
          supplement    | {"text":true}                   | 422
          extension     | {"days":30}                     | 422
          extension     | null                            | 422
          """)
  void badBodyIsRefused(String action, String body, int status) {
    // Given a body that is wrong

    // When
    var answer = request.post(action, body);

    // Then
    answer.then().statusCode(status).contentType(Intake.PROBLEM);
    request.seen().body("messages", hasSize(0)).body("status", equalTo("RECEIVED"));
  }

  @Test
  void textThatIsTooLongIsRefusedByItsPointer() {
    // Given
    String body = "{\"text\":\"" + "🧾".repeat(10_001) + "\"}";

    // When
    var answer = request.post("supplement", body);

    // Then
    answer.then().statusCode(422).body("errors.pointer", equalTo(List.of("/text")));
  }
}
