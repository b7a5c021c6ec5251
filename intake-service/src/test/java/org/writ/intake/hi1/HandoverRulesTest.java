package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.events.intake.RequestStatus;

/** What holds for a message as a whole. */
class HandoverRulesTest extends HandoverScenario {

  @Test
  void oneRefusedActionLeavesNothing() {
    // When
    var decision =
        decide(create(authorisation(AUTHORISATION)), get(id()), create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(3000, 3014, 3000);
    assertThat(decision.kept()).isEmpty();
    assertThat(decision.orders()).isEmpty();
    assertThat(decision.authorisations()).isEmpty();
  }

  @Test
  void taskOfARefusedAuthorisationSaysThatItsLinkIsRefused() {
    // Given
    ObjectNode test = authorisation(AUTHORISATION);
    test.putObject("auth:AuthorisationFlags")
        .putArray("auth:AuthorisationFlag")
        .add(Terms.entry("ETSI", "AuthorisationFlag", "IsTest"));

    // When
    var decision = decide(create(test), create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(3001, 3018);
  }

  @ParameterizedTest
  @CsvSource({"0 0,3000 3002", "1 0,3007 3007", "0 2,3000 3007", "5 6,3007 3007"})
  void actionIdentifiersCountFromZeroInOrder(String ids, String expected) {
    // Given
    ObjectNode message = message(id(), create(authorisation(AUTHORISATION)), get(AUTHORISATION));
    var actions = (ArrayNode) message.at("/Payload/RequestPayload/ActionRequests/ActionRequest");
    String[] sent = ids.split(" ");
    ((ObjectNode) actions.get(0)).put("ActionIdentifier", Integer.parseInt(sent[0]));
    ((ObjectNode) actions.get(1)).put("ActionIdentifier", Integer.parseInt(sent[1]));

    // When
    var decision = decideOn(message);

    // Then
    assertThat(codes(decision).stream().map(String::valueOf)).containsExactly(expected.split(" "));
    assertThat(decision.kept()).isEmpty();
  }

  @Test
  void existingIdentifierIsNotCreatedAgain() {
    // Given
    submitted(RequestStatus.RECEIVED, null);

    // When, then
    assertThat(codes(decide(create(authorisation(AUTHORISATION))))).containsExactly(3010);
  }

  @Test
  void sameIdentifierTwiceInAMessageIsRefused() {
    // When, then
    assertThat(
            codes(
                decide(create(authorisation(AUTHORISATION)), create(authorisation(AUTHORISATION)))))
        .containsExactly(3000, 3010);
  }
}
