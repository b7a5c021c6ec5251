package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Intake;
import org.writ.ops.api.Review;

/** What the people of one request do, step by step, for tests that look at something else. */
final class Journey {

  private final String agency;
  private final Intake intake;
  private final Disclosure disclosure;

  /** Of an agency, by its client. */
  Journey(String agency) {
    this.agency = agency;
    this.intake = RunningSystem.intake(RunningSystem.agency(agency));
    this.disclosure = RunningSystem.disclosure(RunningSystem.agency(agency));
  }

  /** A valid court order about the demo platform's first account, for the last six months. */
  static String order(String reference) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return """
        { "reference": "%s",
          "process": "COURT_ORDER",
          "regime": "NATIONAL",
          "issuingAuthority": { "name": "Amtsgericht Tiergarten", "type": "COURT", "country": "DE" },
          "issuedOn": "%s",
          "offence": { "category": "DRUG_TRAFFICKING", "statute": "§ 29a BtMG", "description": "Trade in a closed group" },
          "suspectConfirmed": true,
          "items": [ { "identifier": { "type": "PHONE_NUMBER", "value": "+4915100000001" },
                       "dataTypes": ["IP_ADDRESS", "PHONE_NUMBER"],
                       "from": "%sT00:00:00Z", "to": "%sT00:00:00Z" } ],
          "officer": { "name": "Dora Officer", "email": "dora@writ.example", "phone": "+49300000000" } }
        """
        .formatted(reference, today.minusDays(3), today.minusMonths(6), today);
  }

  Intake intake() {
    return intake;
  }

  Disclosure disclosure() {
    return disclosure;
  }

  /** Submits {@link #order} and gives the request's id. */
  String submit() {
    Answer answer = intake.submit(UUID.randomUUID().toString(), order("AZ " + agency));
    return answer.require(202).json().path("id").asText();
  }

  /** Claims the case of a request, once it is there. */
  static Answer claim(Review review, String requestId) {
    return await()
        .atMost(RunningSystem.PATIENCE)
        .until(() -> review.claim(requestId), answer -> answer.is(200));
  }

  /** Approves all that was asked, which is no more than is disclosed. */
  static void approve(Review review, String requestId) {
    Answer file = claim(review, requestId);
    review.decide(requestId, etag(file), approval(file.json())).require(200);
  }

  static String approval(JsonNode file) {
    JsonNode item = file.path("items").path(0);
    return """
        {"items":[{"itemId":"%s","outcome":"APPROVE","dataTypes":["IP_ADDRESS","PHONE_NUMBER"]}],"note":"In order"}
        """
        .formatted(item.path("itemId").asText());
  }

  static String etag(Answer answer) {
    return answer.header("ETag").orElseThrow();
  }

  /** Waits until the agency sees its request in a status. */
  JsonNode awaitStatus(String requestId, String status) {
    JsonNode seen =
        await()
            .atMost(RunningSystem.PATIENCE)
            .until(
                () -> intake.request(requestId).require(200).json(),
                request -> request.path("status").asText().equals(status));
    assertThat(seen.path("id").asText()).isEqualTo(requestId);
    return seen;
  }
}
