package org.writ.disclosure.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;

/** Who may do what with a delivery, and how refusals are said. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class DeliveryAccessTest extends DeliveryScenario {

  @Test
  void anotherAgencySeesNothing() {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");

    // When / Then
    as(TestTokens.client("agency-fr")).get("/v1/deliveries/{id}", delivery).then().statusCode(404);
    as(TestTokens.client("agency-fr"))
        .get("/v1/deliveries/{id}/package", delivery)
        .then()
        .statusCode(404);
    as(TestTokens.client("agency-fr"))
        .contentType(ContentType.JSON)
        .body("{\"sha256\":\"" + sha256 + "\"}")
        .post("/v1/deliveries/{id}/acknowledgement", delivery)
        .then()
        .statusCode(404);
    assertThat(
            as(TestTokens.client("agency-fr"))
                .queryParam("requestId", request)
                .get("/v1/deliveries")
                .<List<?>>path("items"))
        .isEmpty();
    assertThat(onTopic()).hasSize(2);
  }

  @Test
  void officerOfTheAgencySeesItsDeliveries() {
    String delivery = awaitDelivery();

    as(TestTokens.person("dora")).get("/v1/deliveries/{id}", delivery).then().statusCode(200);
  }

  @Test
  void callerWithoutTheRoleIsRefused() {
    as(TestTokens.person("rita")).get("/v1/deliveries").then().statusCode(403);
    for (var stranger : List.of(given(), as("no.token"), as(TestTokens.person("dora") + "x"))) {
      Response response = stranger.get("/v1/deliveries");
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.contentType()).isEqualTo("application/problem+json");
      assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(response.<String>path("type")).isEqualTo("about:blank");
    }
  }

  @Test
  void wrongHashIsRefusedAndNothingIsRecorded() {
    // Given
    String delivery = awaitDelivery();

    // When
    Response response = acknowledge(delivery, "ab".repeat(32));

    // Then
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.<String>path("errors[0].pointer")).isEqualTo("/sha256");
    assertThat(find(delivery).<String>path("status")).isEqualTo("AVAILABLE");
    assertThat(onTopic()).hasSize(2);
  }

  @Test
  void everyFaultOfAnAcknowledgementIsNamed() {
    // Given
    String delivery = awaitDelivery();

    // When
    Response response =
        agency()
            .contentType(ContentType.JSON)
            .body("{\"sha256\":\"xyz\",\"more\":1}")
            .post("/v1/deliveries/{id}/acknowledgement", delivery);

    // Then
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder("/sha256", "/more");
  }

  @Test
  void bodyThatIsNoJsonIsNotUnderstood() {
    String delivery = awaitDelivery();

    for (String body : List.of("", "{", "{\"sha256\":\"a\",\"sha256\":\"b\"}", "{} {}")) {
      agency()
          .contentType(ContentType.JSON)
          .body(body)
          .post("/v1/deliveries/{id}/acknowledgement", delivery)
          .then()
          .statusCode(400);
    }
  }

  @Test
  void deliveriesAreListedPageByPage() {
    // Given
    String first = awaitDelivery();

    // When
    Response page = agency().queryParam("limit", 1).get("/v1/deliveries");

    // Then
    assertThat(page.<List<String>>path("items.id")).containsExactly(first);
    if (page.path("nextCursor") != null) {
      assertThat(
              agency()
                  .queryParam("limit", 200)
                  .queryParam("cursor", page.<String>path("nextCursor"))
                  .get("/v1/deliveries")
                  .<List<String>>path("items.id"))
          .isNotEmpty()
          .doesNotContain(first);
    }
    agency().queryParam("limit", 201).get("/v1/deliveries").then().statusCode(422);
    agency().queryParam("cursor", "x").get("/v1/deliveries").then().statusCode(422);
  }

  @Test
  void operatorsSeeEveryPackageThatAnAgencyEverFetched() {
    // Given
    String delivery = awaitDelivery();
    agency().get("/v1/deliveries/{id}/package", delivery).then().statusCode(200);
    as(TestTokens.person("dora"))
        .get("/v1/deliveries/{id}/package", delivery)
        .then()
        .statusCode(200);

    // When
    Response newest = fetches("olga", "?limit=1");
    Response before = fetches("ada", "?limit=200&cursor=" + newest.<String>path("nextCursor"));

    // Then
    assertThat(newest.<String>path("items[0].deliveryId")).isEqualTo(delivery);
    assertThat(newest.<String>path("items[0].requestId")).isEqualTo(request);
    assertThat(newest.<String>path("items[0].sha256")).isEqualTo(find(delivery).path("sha256"));
    assertThat(newest.<Integer>path("items[0].size")).isEqualTo(find(delivery).path("size"));
    assertThat(newest.<String>path("items[0].at")).endsWith("Z");
    assertThat(before.<String>path("items[0].deliveryId")).isEqualTo(delivery);
    assertThat(newest.<String>path("items[0].actor"))
        .startsWith("agency:")
        .isNotEqualTo(before.<String>path("items[0].actor"));
  }

  @Test
  void fetchesAreForOperatorsAndAuditorsOnly() {
    fetches("dora", "").then().statusCode(403);
    fetches("rita", "").then().statusCode(403);
    fetches("olga", "?limit=0").then().statusCode(422);
    fetches("olga", "?cursor=x").then().statusCode(422);
    assertThat(
            as(TestTokens.person("olga"))
                .get("/v1/agencies/agency-of-nobody/fetches")
                .<List<?>>path("items"))
        .isEmpty();
  }

  private static Response fetches(String person, String query) {
    return as(TestTokens.person(person)).get("/v1/agencies/agency-de/fetches" + query);
  }
}
