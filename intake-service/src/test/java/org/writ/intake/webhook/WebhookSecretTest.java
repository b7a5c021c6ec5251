package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

  @TempDir Path folder;

  /** The example that the libraries of Standard Webhooks are tested with. */
  @Test
  void signatureIsTheOneOfTheSpecificationsExample() {
    // Given
    var secret = new WebhookSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    // When
    var signature =
        secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");

    // Then
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assertThat(secret.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  @Test
  void secretIsItsOwnForEachAgencyVersionAndKey() throws IOException {
    // Given
    var secrets = new WebhookSecrets(key("a", (byte) 1));
    var others = new WebhookSecrets(key("b", (byte) 2));

    // When
    var secret = secrets.of("agency-de", 1).text();

    // Then
    assertThat(secret)
        .startsWith("whsec_")
        .isEqualTo(secrets.of("agency-de", 1).text())
        .isNotEqualTo(secrets.of("agency-de", 2).text())
        .isNotEqualTo(secrets.of("agency-fr", 1).text())
        .isNotEqualTo(others.of("agency-de", 1).text());
    assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length()))).hasSize(32);
  }

  @Test
  void secretDoesNotTellItselfToALog() throws IOException {
    // Given
    var secret = new WebhookSecrets(key("a", (byte) 1)).of("agency-de", 1);

    // When
    var text = secret.toString();

    // Then
    assertThat(text).isEqualTo("WebhookSecret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64 at all!"})
  void keyThatIsNoneKeepsTheServiceFromStarting(String content) throws IOException {
    // Given
    var file = Files.writeString(folder.resolve("key"), content);

    // When / Then
    assertThatThrownBy(() -> new WebhookSecrets(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WRIT_WEBHOOK_KEY")
        .hasMessageContaining("32 bytes");
  }

  @Test
  void keyThatIsMissingIsNamed() {
    // Given
    var file = folder.resolve("absent");

    // When / Then
    assertThatThrownBy(() -> new WebhookSecrets(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WRIT_WEBHOOK_KEY")
        .hasMessageContaining("absent");
  }

  private Path key(String name, byte filling) throws IOException {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, filling);
    return Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(bytes));
  }
}
