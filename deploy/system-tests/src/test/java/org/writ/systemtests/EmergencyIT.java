package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Review;

/** Emergencies, where forgery happens: nobody is told anything on one person's word. */
@ExtendWith(RunningSystem.class)
class EmergencyIT {

  private final Journey agency = new Journey("agency-de");
  private final Review rita = RunningSystem.review(RunningSystem.person("rita"));
  private final Review sofia = RunningSystem.review(RunningSystem.person("sofia"));

  @Test
  void itTakesACallBackAndTwoPersonsToDisclose() {
    // Given
    long before = emergencies();
    String id = submit();
    JsonNode request = agency.awaitStatus(id, "UNDER_REVIEW");
    assertThat(request.path("deadlineRule").asText()).contains("8 hours");
    Answer file = Journey.claim(rita, id);
    assertThat(file.json().path("emergency").path("domainOnFile").isBoolean()).isTrue();
    String approval = Journey.approval(file.json());

    // When
    Answer hasty = rita.decide(id, Journey.etag(file), approval);
    rita.verify(id, etag(rita, id), "{\"outcome\":\"CONFIRMED\",\"note\":\"Duty desk, by name\"}")
        .require(200, 201);
    Answer proposed = rita.decide(id, etag(rita, id), approval).require(200);
    Answer alone = rita.confirm(id, etag(rita, id));

    // Then
    assertThat(hasty.status()).isEqualTo(409);
    assertThat(proposed.text()).contains("SECOND_PERSON");
    assertThat(alone.status()).isEqualTo(409);
    assertThat(agency.intake().request(id).require(200).json().path("status").asText())
        .isEqualTo("UNDER_REVIEW");
    Journey.claim(sofia, id);
    sofia.confirm(id, etag(sofia, id)).require(200);
    agency.awaitStatus(id, "AVAILABLE");
    await().atMost(RunningSystem.PATIENCE).until(() -> emergencies() > before);
  }

  @Test
  void whoDeniesItGetsNothing() {
    // Given
    String id = submit();
    agency.awaitStatus(id, "UNDER_REVIEW");
    Answer file = Journey.claim(rita, id);
    rita.verify(id, Journey.etag(file), "{\"outcome\":\"DENIED\",\"note\":\"Nobody knows of it\"}")
        .require(200, 201);

    // When
    Answer answer = rita.decide(id, etag(rita, id), Journey.approval(file.json()));

    // Then
    assertThat(answer.status()).isEqualTo(409);
  }

  private String submit() {
    return agency
        .intake()
        .submit(
            UUID.randomUUID().toString(),
            Journey.order("AZ E " + UUID.randomUUID()).replace("COURT_ORDER", "EMERGENCY"))
        .require(202)
        .json()
        .path("id")
        .asText();
  }

  private static String etag(Review reviewer, String id) {
    return Journey.etag(reviewer.read(id).require(200));
  }

  private static long emergencies() {
    return Periods.running().path("totals").path("emergencies").asLong();
  }
}
