package org.writ.intake.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.agency.Certificates;

/** Clients whose tokens name an agency. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ActingClientTest {

  @Test
  void clientActsForTheAgencyAsLongAsItIsOnFile() {
    // Given
    var agency = TestClient.ofThisTest();
    var client = TestClient.ofThisTest().in("agency").claiming("agency", agency.id());
    String token = client.token();
    var registration = Intake.registration("DE", Certificates.sound());
    Intake.register(agency.id(), registration).then().statusCode(200);

    // When
    var before = given().auth().oauth2(token).get("/v1/requests");
    registration.putArray("clients").add(client.id());
    Intake.register(agency.id(), registration).then().statusCode(200);
    var onFile = given().auth().oauth2(token).get("/v1/requests");
    registration.putArray("clients");
    Intake.register(agency.id(), registration).then().statusCode(200);
    var after = given().auth().oauth2(token).get("/v1/requests");

    // Then
    before
        .then()
        .statusCode(403)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("client"));
    onFile.then().statusCode(200);
    after.then().statusCode(403);
  }
}
