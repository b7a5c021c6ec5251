package org.writ.intake.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** An installation that asks for more than the local one. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(StrictAccessTest.Strict.class)
class StrictAccessTest {

  /** Three calls an hour, and officers with a second factor. */
  public static class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "writ.officers.required-acr", "gold,platinum",
          "writ.rate-limit.per-minute", "1",
          "writ.rate-limit.burst", "3");
    }
  }

  @Test
  void officerWithoutASecondFactorIsToldHowToSignIn() {
    // Given
    var officer = Intake.person("dora");

    // When
    var answer = officer.get("/v1/requests");

    // Then
    answer
        .then()
        .statusCode(401)
        .contentType(Intake.PROBLEM)
        .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
        .header("WWW-Authenticate", containsString("acr_values=\"gold platinum\""));
  }

  @Test
  void agencyThatCallsTooOftenIsToldWhenToComeBack() {
    // Given
    var passed = IntStream.range(0, 3).mapToObj(call -> call()).toList();

    // When
    var refused = call();

    // Then
    passed
        .getFirst()
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", equalTo("\"agency\";q=3;w=180"))
        .header("RateLimit", matchesPattern("\"agency\";r=2;t=\\d+"));
    passed.getLast().then().statusCode(200).header("RateLimit", containsString(";r=0;"));
    refused
        .then()
        .statusCode(429)
        .contentType(Intake.PROBLEM)
        .header("Retry-After", matchesPattern("[1-9]\\d*"))
        .header("RateLimit", containsString(";r=0;"))
        .body("status", equalTo(429));
    Intake.person("ada").get("/v1/agencies").then().statusCode(200);
  }

  private static Response call() {
    return Intake.agency("agency-fr").get("/v1/requests");
  }
}
