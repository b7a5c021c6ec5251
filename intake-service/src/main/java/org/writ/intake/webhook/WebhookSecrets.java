package org.writ.intake.webhook;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets that webhooks are signed with. They are derived and not stored:
 *
 * <pre>
 * secret = HMAC-SHA256( the service's key, agency LF version in decimal )
 * </pre>
 *
 * <p>If the service's key is lost or changed, every agency needs a new secret. Thread-safe.
 */
@Startup
@ApplicationScoped
class WebhookSecrets {

  private static final int KEY_BYTES = 32;

  private final SecretKey key;

  /**
   * Reads the service's key.
   *
   * @param file holds 32 bytes in base64 on one line
   * @throws IllegalStateException if it does not; names the file and nothing of what is in it
   */
  WebhookSecrets(@ConfigProperty(name = "writ.webhooks.key") Path file) {
    this.key = new SecretKeySpec(read(file), WebhookSecret.ALGORITHM);
  }

  private static byte[] read(Path file) {
    try {
      byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "writ.webhooks.key (WRIT_WEBHOOK_KEY) names %s, which cannot be read".formatted(file),
          unreadable);
    } catch (IllegalArgumentException notBase64) {
      // Falls through to the same answer as a key of another length; the cause would quote it.
    }
    throw new IllegalStateException(
        "writ.webhooks.key (WRIT_WEBHOOK_KEY) names %s, which must hold %d bytes in base64 on one line"
            .formatted(file, KEY_BYTES));
  }

  /**
   * A secret of an agency.
   *
   * @param version from 1
   */
  WebhookSecret of(String agency, int version) {
    return new WebhookSecret(
        WebhookSecret.hmac(key, (agency + "\n" + version).getBytes(StandardCharsets.UTF_8)));
  }
}
