package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.writ.intake.webhook.OwnWebhook.AGENCY;
import static org.writ.intake.webhook.OwnWebhook.PATH;
import static org.writ.intake.webhook.OwnWebhook.PATIENCE;
import static org.writ.intake.webhook.OwnWebhook.ping;
import static org.writ.intake.webhook.OwnWebhook.signature;
import static org.writ.intake.webhook.OwnWebhook.signatures;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** An agency says where it is told, and by which secret. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WebhookTest {

  private OwnWebhook webhook;

  @BeforeEach
  void setWebhook() {
    webhook = new OwnWebhook();
  }

  @AfterEach
  void removeWebhook() {
    webhook.close();
  }

  @Test
  void rotatedSecretSignsBesideTheOneOfBefore() {
    // Given
    String rotated =
        Intake.agency(AGENCY)
            .post(PATH + "/secret")
            .then()
            .statusCode(200)
            .body("secret", not(equalTo(webhook.secret())))
            .body("rotatedAt", notNullValue())
            .extract()
            .path("secret");

    // When
    ping();
    webhook.awaitReceived(1);

    // Then
    var got = webhook.server().received().getFirst();
    assertThat(signatures(got))
        .containsExactly(signature(rotated, got), signature(webhook.secret(), got));
  }

  @Test
  void newAddressHasASecretOfItsOwnThatAloneSigns() {
    // Given
    try (var other = new HookServer()) {
      String another =
          OwnWebhook.put(other.url())
              .then()
              .statusCode(200)
              .body("secret", not(equalTo(webhook.secret())))
              .extract()
              .path("secret");

      // When
      ping();
      await().atMost(PATIENCE).until(() -> other.received().size() == 1);

      // Then
      var got = other.received().getFirst();
      assertThat(signatures(got)).containsExactly(signature(another, got));
      assertThat(webhook.server().received()).isEmpty();
    }
  }

  @Test
  void secretIsShownOnlyInTheAnswerThatMadeIt() {
    // Given
    var same = OwnWebhook.put(webhook.server().url());

    // When
    var seen = Intake.agency(AGENCY).get(PATH);

    // Then
    assertThat(webhook.secret()).startsWith("whsec_");
    same.then().statusCode(200).body("secret", nullValue());
    seen.then()
        .statusCode(200)
        .body("url", equalTo(webhook.server().url()))
        .body("secretVersion", greaterThan(0))
        .body("secret", nullValue());
  }

  @Test
  void secretOfAWebhookThatWasRemovedIsNotUsedAgain() {
    // Given
    Intake.agency(AGENCY).delete(PATH).then().statusCode(204);
    Intake.agency(AGENCY).get(PATH).then().statusCode(404);

    // When
    var again = OwnWebhook.put(webhook.server().url());

    // Then
    again
        .then()
        .statusCode(201)
        .body("secret", startsWith("whsec_"))
        .body("secret", not(equalTo(webhook.secret())));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/v1/agency/webhook/test",
    "POST,/v1/agency/webhook/secret",
    "GET,/v1/agency/webhook"
  })
  void agencyWithoutAWebhookHasNoneToUse(String method, String path) {
    // Given
    var agency = Intake.agency("agency-fr");

    // When
    var answer = agency.request(method, path);

    // Then
    answer.then().statusCode(404).contentType(Intake.PROBLEM);
  }

  @Test
  void addressWithFaultsIsRefusedWithAllOfThem() {
    // Given
    var body = "{\"url\":\"ftp://user@police.example/#x\",\"events\":[]}";

    // When
    var answer = Intake.agency(AGENCY).contentType("application/json").body(body).put(PATH);

    // Then
    answer.then().statusCode(422).body("errors", hasSize(4));
  }

  @Test
  void reviewersHaveNoWebhook() {
    // Given
    var reviewer = Intake.person("rita");

    // When
    var answer = reviewer.get(PATH);

    // Then
    answer.then().statusCode(403);
  }
}
