package org.writ.intake.fingerprint;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 (hex) of values that must be found again and must not be read: whoever has the log
 * and not the key learns nothing from them, not even by trying all telephone numbers.
 *
 * <p>What is hashed is a word for what it is, then the values, each after a line feed:
 *
 * <pre>
 * idempotency-key LF agency LF key
 * order           LF agency LF reference { LF item }   items sorted
 * item            =  type SP value SP from SP to SP data types, sorted, with commas between
 * sender          LF mail address in lower case
 * identifier      LF type LF canonical value
 * </pre>
 *
 * <p>The key must never change: earlier requests would no longer be found. Thread-safe.
 */
@Startup
@ApplicationScoped
public class Fingerprints {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

  private final SecretKey key;

  /**
   * What an item asks for, as far as it makes two orders the same.
   *
   * @param type of the identifier
   * @param canonicalValue the same text for the same account
   * @param from start of the period; null if it has none
   * @param to end of the period; null if it has none
   * @param dataTypes in any order
   */
  public record OrderedItem(
      String type,
      String canonicalValue,
      @Nullable Instant from,
      @Nullable Instant to,
      List<String> dataTypes) {

    private String line() {
      return String.join(
          " ",
          type,
          canonicalValue,
          from == null ? "-" : from.toString(),
          to == null ? "-" : to.toString(),
          String.join(",", dataTypes.stream().sorted().toList()));
    }
  }

  /**
   * Reads the key.
   *
   * @param file holds 32 bytes in base64 on one line
   * @throws IllegalStateException if it does not; names the file and nothing of what is in it
   */
  public Fingerprints(@ConfigProperty(name = "writ.requests.lookup-key") Path file) {
    this.key = new SecretKeySpec(read(file), ALGORITHM);
  }

  private static byte[] read(Path file) {
    try {
      byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "writ.requests.lookup-key (WRIT_LOOKUP_KEY) names %s, which cannot be read"
              .formatted(file),
          unreadable);
    } catch (IllegalArgumentException notBase64) {
      // Falls through to the same answer as a key of another length; the cause would quote it.
    }
    throw new IllegalStateException(
        "writ.requests.lookup-key (WRIT_LOOKUP_KEY) names %s, which must hold %d bytes in base64 on one line"
            .formatted(file, KEY_BYTES));
  }

  /** Of an agency's idempotency key. */
  public String idempotencyKey(String agency, String idempotencyKey) {
    return of("idempotency-key", agency, idempotencyKey);
  }

  /** Of an order: equal for the same agency, reference and items, in whichever order they come. */
  public String order(String agency, String reference, Collection<OrderedItem> items) {
    Mac mac = mac();
    add(mac, "order");
    add(mac, "\n" + agency);
    add(mac, "\n" + oneLine(reference));
    items.stream().map(OrderedItem::line).sorted().forEach(line -> add(mac, "\n" + line));
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /** Of the mail address that an officer gave. */
  public String sender(String mailAddress) {
    return of("sender", mailAddress.toLowerCase(Locale.ROOT));
  }

  /** Of an identifier. */
  public String identifier(String type, String canonicalValue) {
    return of("identifier", type, canonicalValue);
  }

  private String of(String... parts) {
    Mac mac = mac();
    add(mac, String.join("\n", parts));
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
    }
  }

  /** How somebody typed the spaces of a file number makes no other order. */
  private static String oneLine(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  private static void add(Mac mac, String text) {
    mac.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
