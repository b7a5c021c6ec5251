package org.writ.transparency.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.transparency.testing.CheckpointKey;

/** An installation that nobody has asked anything yet. */
@QuarkusTest
@TestProfile(EmptySiteTest.Own.class)
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(CheckpointKey.class)
class EmptySiteTest {

  /** Topics and a database of its own. */
  public static class Own implements QuarkusTestProfile {}

  @Test
  void homeSaysWhatWillAppear() {
    assertThat(given().get("/").asString())
        .contains("No request has been received in", "No numbers yet.");
  }

  @Test
  void emptyTreeIsSigned() {
    assertThat(given().get("/checkpoint").asString())
        .startsWith(
            CheckpointKey.ORIGIN + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 ");
  }

  @Test
  void runningPeriodsHaveReportsOfZeros() {
    given()
        .get("/v1/reports")
        .then()
        .body("items", hasSize(3))
        .body("items[0].status", is("RUNNING"));
  }

  @Test
  void serviceIsReady() {
    await().until(() -> given().get("/q/health/ready").statusCode() == 200);
  }

  @Test
  void badTokenDoesNotMatterWhereEverythingIsPublic() {
    given().header("Authorization", "Bearer nonsense").get("/checkpoint").then().statusCode(200);
  }
}
