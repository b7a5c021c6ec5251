package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;

/** Authorisations and their tasks. */
class OrderRulesTest extends HandoverScenario {

  @Test
  void authorisationWithItsTasksIsOneOrder() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)),
            create(
                task(ObjectType.LD_TASK, id(), AUTHORISATION, "writ", "Username", "demo_user_1")));

    // Then
    assertThat(codes(decision)).containsOnly(0);
    assertThat(decision.authorisations()).hasSize(1);
    assertThat(decision.kept()).hasSize(3).allMatch(kept -> kept.generation() == 1);
    assertThat(decision.orders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.requestId()).isEqualTo(decision.authorisations().getFirst());
              assertThat(order.tasks()).hasSize(2);
            });
  }

  @Test
  void keptObjectBelongsToItsSenderAndSaysSo() {
    // When
    var decision = decide(create(authorisation(AUTHORISATION)));

    // Then
    var kept = decision.kept().getFirst().object();
    assertThat(kept.text("CountryCode")).contains("XX");
    assertThat(kept.text("OwnerIdentifier")).contains("ACTOR01");
    assertThat(decision.orders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CountryCode | \"DE\" | 3007",
        "OwnerIdentifier | \"ACTOR03\" | 3007",
        "Generation | 2 | 3007",
        "auth:AuthorisationCSPID | {\"CountryCode\": \"XX\", \"UniqueIdentifier\": \"ACTOR03\"} |"
            + " 3007",
        "auth:AuthorisationTimespan | {\"auth:StartTime\": \"2027-01-01T00:00:00Z\","
            + " \"auth:EndTime\": \"2026-01-01T00:00:00Z\"} | 3007",
        "auth:AuthorisationDesiredStatus | {\"common:Owner\": \"ETSI\", \"common:Name\": \"A\","
            + " \"common:Value\": \"Cancelled\"} | 3007",
        "auth:AuthorisationDesiredStatus | {\"common:Owner\": \"ETSI\", \"common:Name\": \"A\","
            + " \"common:Value\": \"SubmittedToCSP\"} | 0",
        "AssociatedObjects | {\"AssociatedObject\": [\"11111111-1111-4111-8111-111111111111\"]} |"
            + " 3016"
      })
  void authorisationIsChecked(String member, String json, int code) {
    // Given
    ObjectNode object = authorisation(AUTHORISATION);
    object.set(member, Messages.parse(json));

    // When, then
    assertThat(codes(decide(create(object)))).containsExactly(code);
  }

  @Test
  void taskNeedsAnAuthorisationThatItCanJoin() {
    // Given
    ObjectNode alone = task(TASK, AUTHORISATION);
    alone.remove("AssociatedObjects");

    // When, then
    assertThat(codes(decide(create(alone)))).containsExactly(3005);
    assertThat(codes(decide(create(task(TASK, AUTHORISATION))))).containsExactly(3016);

    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);

    // Then
    assertThat(codes(decide(create(task(id(), AUTHORISATION))))).containsExactly(3012);

    // Given
    submitted(RequestStatus.REFUSED, ItemResult.REFUSED);

    // Then
    assertThat(codes(decide(create(task(id(), AUTHORISATION))))).containsExactly(3017);
  }

  @Test
  void taskOfALaterMessageMakesTheAuthorisationARequest() {
    // Given
    var first = decide(create(authorisation(AUTHORISATION)));
    keep(first, null, 0);

    // When
    var decision = decide(create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.authorisations()).isEmpty();
    assertThat(decision.orders())
        .singleElement()
        .satisfies(
            order -> assertThat(order.requestId()).isEqualTo(first.authorisations().getFirst()));
  }

  @Test
  void disclosureAndPreservationAreTwoAuthorisations() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)),
            create(task(ObjectType.LP_TASK, id(), AUTHORISATION, "writ", "AccountId", "1000001")));

    // Then
    assertThat(codes(decision)).containsExactly(3000, 3000, 3007);
  }

  @Test
  void sameQuestionTwiceIsRefused() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)),
            create(task(id(), AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(3000, 3000, 3007);
  }

  @ParameterizedTest
  @CsvSource({
    "ETSI,IsEmergency,0",
    "writ,SuspectConfirmed,0",
    "ETSI,IsTest,3001",
    "ETSI,SuspectConfirmed,3001",
    "writ,IsEmergency,3001"
  })
  void flagsThatAreNotServedAreRefused(String owner, String flag, int code) {
    // Given
    ObjectNode object = authorisation(AUTHORISATION);
    object
        .putObject("auth:AuthorisationFlags")
        .putArray("auth:AuthorisationFlag")
        .add(Terms.entry(owner, "AuthorisationFlag", flag));

    // When, then
    assertThat(codes(decide(create(object)))).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth:AuthorisationTimespan | {\"auth:StartTime\": \"2026-11-24T00:00:00Z\"} | 3007",
        "auth:AuthorisationTimespan | {\"auth:StartTime\": \"1999-01-01T00:00:00Z\"} | 3007",
        "auth:AuthorisationTimespan | {\"auth:StartTime\": \"2019-09-30T12:00:00Z\"} | 0",
        "auth:AuthorisationTimespan | {\"auth:EndTime\": \"2099-01-01T00:00:00Z\"} | 3007",
        "auth:AuthorisationCreationTimestamp | \"2026-11-24T00:00:00Z\" | 3007",
        "auth:AuthorisationCreationTimestamp | \"2027-03-01T00:00:00Z\" | 3007",
        "auth:AuthorisationApprovalDetails | {\"common:ApprovalTimestamp\": \"yesterday\"} | 3007",
        "auth:AuthorisationApprovalDetails | {\"common:ApprovalTimestamp\":"
            + " \"2026-11-24T00:00:00Z\"} | 3007",
        "auth:AuthorisationApprovalDetails | {\"common:EmailAddress\": \"nobody\"} | 3007",
        "auth:AuthorisationApprovalDetails | {\"common:EmailAddress\": \"a@police.example\"} | 0",
        "auth:AuthorisationApprovalDetails | {\"common:Any\": {\"common:PhoneNumber\": \"call me\"}}"
            + " | 3007",
        "auth:AuthorisationApprovalDetails | {\"common:TelephoneNumber\": \"+49 30 1234567\"} | 0",
        "auth:AuthorisationJurisdiction | \"JJ\" | 3007",
        "auth:AuthorisationJurisdiction | \"XX\" | 0",
        "auth:AuthorisationJurisdiction | \"Bavaria\" | 0"
      })
  void orderKeepsToTheRulesOfANativeRequest(String member, String json, int code) {
    // Given
    ObjectNode object = authorisation(AUTHORISATION);
    object.set(member, Messages.parse(json));

    // When, then
    assertThat(codes(decide(create(object)))).containsExactly(code);
  }

  @Test
  void orderIsNotCutToFit() {
    // Given
    ObjectNode object = authorisation(AUTHORISATION);

    // When, then
    object.put("auth:AuthorisationReference", "7".repeat(101));
    assertThat(codes(decide(create(object)))).containsExactly(3007);
    object.put("auth:AuthorisationReference", "7".repeat(100));
    assertThat(codes(decide(create(object)))).containsExactly(0);
  }

  @Test
  void whoApprovedATaskIsCheckedToo() {
    // Given
    ObjectNode task = task(TASK, AUTHORISATION);
    task.putObject("task:ApprovalDetails").put("common:EmailAddress", "nobody");

    // When, then
    assertThat(codes(decide(create(authorisation(AUTHORISATION)), create(task))))
        .containsExactly(3000, 3007);
  }
}
