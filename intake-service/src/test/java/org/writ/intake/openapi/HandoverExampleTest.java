package org.writ.intake.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.agency.Certificates;

/** A message over the handover interface, answered to the letter as the OpenAPI document says. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandoverExampleTest {

  private static final String AGENCY = "agency-xx";

  @Test
  void messageIsAnsweredAsItsExample() {
    // Given
    if (Intake.person("olga").get("/v1/agencies/" + AGENCY).statusCode() == 404) {
      var registration = Intake.registration("XX", Certificates.sound());
      registration
          .putObject("endpoint")
          .put("countryCode", "XX")
          .put("uniqueIdentifier", "ACTOR01");
      Intake.register(AGENCY, registration).then().statusCode(200);
    }
    var document = OpenApiDocument.read();
    var expected = document.body("post", "/hi1", "200").example();

    // When
    var answer =
        Intake.agency(AGENCY)
            .contentType(OpenApiDocument.JSON_TYPE)
            .body(document.example("post", "/hi1"))
            .post("/hi1");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    var answered = answer.as(JsonNode.class);
    ((ObjectNode) answered.path("Header")).set("Timestamp", expected.at("/Header/Timestamp"));
    assertThat(answered).isEqualTo(expected);
  }
}
