package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Exchange.AGENCY;
import static org.writ.intake.hi1.Exchange.codes;
import static org.writ.intake.hi1.Exchange.error;
import static org.writ.intake.hi1.Exchange.post;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.update;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** Bad messages, from outside: each is answered, and none leaves anything behind. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HostileHandoverTest {

  @BeforeEach
  void registerAgencies() {
    Exchange.registerAgencies();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "null",
        "{\"Header\":{},\"Header\":{}}",
        "{\"Header\":{\"SenderIdentifier\":\"\\ud800\"}}"
      })
  void whatIsNoMessageIsAnsweredInTheStandardsForm(String body) {
    assertThat(error(post(AGENCY, body.getBytes(StandardCharsets.UTF_8)))).isEqualTo(3020);
  }

  @Test
  void deepNestingIsAnswered() {
    // Given
    String deep = "{\"Header\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}";

    // When, then
    assertThat(error(post(AGENCY, deep.getBytes(StandardCharsets.UTF_8)))).isEqualTo(3020);
  }

  @Test
  void hugeMessageIsTooLarge() {
    // Given
    byte[] body =
        ("{\"Header\":\"" + "x".repeat((2 << 20) + 1) + "\"}").getBytes(StandardCharsets.UTF_8);

    // When, then
    assertThat(post(AGENCY, body).statusCode()).isEqualTo(413);
  }

  @Test
  void unknownVersionIsRefusedBeforeAnythingElseIsRead() {
    // Given
    ObjectNode message = message(id(), create(authorisation(id())));
    ((ObjectNode) message.at("/Header/Version")).put("ETSIVersion", "V1.24.1");

    // When, then
    assertThat(error(post(message))).isEqualTo(3021);
  }

  @Test
  void reorderedActionsAreNotApplied() {
    // Given
    String authorisation = id();
    ObjectNode message =
        message(id(), create(authorisation(authorisation)), create(task(id(), authorisation)));
    var actions = (ArrayNode) message.at("/Payload/RequestPayload/ActionRequests/ActionRequest");
    actions.add(actions.remove(0));

    // When
    var answer = post(message);

    // Then
    assertThat(codes(answer)).containsExactly(3007, 3007);
    assertThat(codes(Exchange.send(get(authorisation)))).containsExactly(3014);
  }

  @Test
  void forgedSenderIsForbiddenWhateverItSends() {
    // Given
    String authorisation = id();
    byte[] forged =
        Messages.bytes(
            Messages.from(Exchange.OTHER_SENDER, id(), create(authorisation(authorisation))));

    // When, then
    assertThat(post(AGENCY, forged).statusCode()).isEqualTo(403);
    assertThat(
            Intake.agency("agency-de")
                .contentType("application/json")
                .body(forged)
                .post("/hi1")
                .statusCode())
        .as("An agency without an end of the interface")
        .isEqualTo(403);
    assertThat(codes(post(Exchange.OTHER, forged))).containsExactly(0);
  }

  @Test
  void anotherAgencysObjectsAreNotFound() {
    // Given
    String authorisation = id();
    Exchange.send(create(authorisation(authorisation)));

    // When, then
    assertThat(codes(others(get(authorisation)))).containsExactly(3014);
    assertThat(codes(others(update(authorisation(authorisation))))).containsExactly(3011);
    assertThat(codes(others(create(task(id(), authorisation))))).containsExactly(3016);
    assertThat(codes(others(create(authorisation(authorisation)))))
        .as("Identifiers are unique within an agency: this one has none of this id")
        .containsExactly(0);
    assertThat(codes(Exchange.send(get(authorisation)))).containsExactly(0);
  }

  private static Response others(ObjectNode action) {
    return post(Exchange.OTHER, Messages.bytes(Messages.from(Exchange.OTHER_SENDER, id(), action)));
  }

  @Test
  void bodyOfAnotherTypeIsNotTaken() {
    assertThat(
            Intake.agency(AGENCY)
                .contentType("text/plain")
                .body(message(id(), get(id())).toString())
                .post("/hi1")
                .statusCode())
        .isEqualTo(415);
  }
}
