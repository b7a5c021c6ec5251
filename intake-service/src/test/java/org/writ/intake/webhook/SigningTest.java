package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.intake.agency.RegisteredAgencies.Webhook;

class SigningTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.999Z");
  private static final String BODY = "{\"type\":\"webhook.ping\"}";
  private static final Message MESSAGE =
      Message.fresh("0198c0de-0000-7000-8000-000000000001", "a", null, 0, "t", BODY, NOW);

  @Test
  void headersAreThoseOfStandardWebhooks() {
    // Given
    var webhook = webhook(3, null);

    // When
    var headers = Signing.headers(MESSAGE, webhook, SigningTest::secret, NOW);

    // Then
    assertThat(headers)
        .containsEntry("webhook-id", MESSAGE.id())
        .containsEntry("webhook-timestamp", "1795262400")
        .containsEntry("webhook-signature", secret(3).sign(MESSAGE.id(), 1_795_262_400, BODY))
        .containsEntry("content-type", "application/json");
  }

  @Test
  void secretOfBeforeSignsAsWellForADay() {
    // Given
    var webhook = webhook(3, NOW.minus(Duration.ofHours(24)).plusMillis(1));

    // When
    var signature =
        Signing.headers(MESSAGE, webhook, SigningTest::secret, NOW).get("webhook-signature");

    // Then
    assertThat(signature)
        .isEqualTo(
            secret(3).sign(MESSAGE.id(), 1_795_262_400, BODY)
                + " "
                + secret(2).sign(MESSAGE.id(), 1_795_262_400, BODY));
  }

  @Test
  void secretOfBeforeSignsNoLongerAfterADay() {
    // Given
    var webhook = webhook(3, NOW.minus(Duration.ofHours(24)));

    // When
    var signature =
        Signing.headers(MESSAGE, webhook, SigningTest::secret, NOW).get("webhook-signature");

    // Then
    assertThat(signature).isEqualTo(secret(3).sign(MESSAGE.id(), 1_795_262_400, BODY));
  }

  private static Webhook webhook(int version, @Nullable Instant rotatedAt) {
    return new Webhook("https://police.example/hook", version, rotatedAt);
  }

  private static WebhookSecret secret(int version) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) version;
    return new WebhookSecret(bytes);
  }
}
