package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OwnRequestsTest {

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void requestOfAnotherAgencyLooksLikeNone() {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());

    // When
    var another = Intake.request("agency-fr", id);
    var none = Intake.request("agency-fr", UUID.randomUUID().toString());

    // Then
    another.then().statusCode(404).contentType(Intake.PROBLEM);
    // Nothing differs but the address, which the caller named.
    var members = another.<Map<String, Object>>path("$");
    members.remove("instance");
    var membersOfNone = none.<Map<String, Object>>path("$");
    membersOfNone.remove("instance");
    assertThat(members).isEqualTo(membersOfNone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%27%20OR%201=1", "00000000-0000-0000-0000-000000000000 ", "%00"})
  void idThatIsNoneIsNotFound(String id) {
    // Given a path that names no request

    // When
    var answer =
        Intake.agency("agency-de")
            .urlEncodingEnabled(false)
            .get("/v1/requests/" + id.replace(" ", "%20"));

    // Then
    answer.then().statusCode(404).contentType(Intake.PROBLEM);
  }

  @Test
  void listHoldsOwnRequestsNewestFirstPageByPage() {
    // Given
    var submitted = new ArrayList<String>();
    for (int count = 0; count < 5; count++) {
      submitted.addFirst(Intake.submitted("agency-fr", SubmissionBody.sound()));
    }
    Intake.submitted("agency-de", SubmissionBody.sound());

    // When
    var listed = new ArrayList<String>();
    String cursor = null;
    do {
      var page =
          Intake.agency("agency-fr")
              .queryParam("limit", 2)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/v1/requests")
              .then()
              .statusCode(200)
              .extract();
      listed.addAll(page.<List<String>>path("items.id"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    // Then
    assertThat(listed).doesNotHaveDuplicates().startsWith(submitted.toArray(String[]::new));
  }

  @Test
  void entryOfTheListNamesTheAgencysReference() {
    // Given
    String id =
        Intake.submitted("agency-de", SubmissionBody.sound().withText("/reference", "AZ 7/26"));

    // When
    var answer = Intake.agency("agency-de").queryParam("limit", 1).get("/v1/requests");

    // Then
    answer
        .then()
        .body("items[0].id", equalTo(id))
        .body("items[0].reference", equalTo("AZ 7/26"))
        .body("items[0].status", equalTo("RECEIVED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "limit=x", "limit=1.5", "cursor=x"})
  void parameterThatIsWrongIsRefused(String parameter) {
    // Given
    var agency = Intake.agency("agency-de");

    // When
    var answer = agency.get("/v1/requests?" + parameter);

    // Then
    answer.then().statusCode(422).contentType(Intake.PROBLEM);
  }
}
