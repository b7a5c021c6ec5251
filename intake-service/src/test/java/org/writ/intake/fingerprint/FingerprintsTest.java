package org.writ.intake.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.fingerprint.Fingerprints.OrderedItem;

class FingerprintsTest {

  /** The bytes 0 to 31. */
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
  private static final OrderedItem FIRST =
      new OrderedItem("ACCOUNT_ID", "1000001", FROM, null, List.of("IP_ADDRESS", "DEVICE"));
  private static final OrderedItem SECOND =
      new OrderedItem("USERNAME", "demo_user_1", null, FROM, List.of("PHONE_NUMBER"));

  @TempDir Path folder;
  private Fingerprints fingerprints;

  @BeforeEach
  void readKey() throws IOException {
    fingerprints = with(KEY + "\n");
  }

  @Test
  void identifiersFingerprintIsTheOneThatTheDescriptionGives() {
    // Given an identifier in its canonical form

    // When
    String fingerprint = fingerprints.identifier("PHONE_NUMBER", "+4915100000001");

    // Then: printf 'identifier\nPHONE_NUMBER\n+4915100000001' | openssl dgst -sha256 -mac HMAC
    // -macopt hexkey:000102…1f
    assertThat(fingerprint)
        .isEqualTo("e5055750aa368d5649b7af658c52222673e5c1eb5cd2c2999adb5a74aa0b49f4");
  }

  @Test
  void ordersFingerprintIsTheOneThatTheDescriptionGives() {
    // Given an order of two items

    // When
    String fingerprint = fingerprints.order("agency-de", "AZ 1", List.of(SECOND, FIRST));

    // Then: as above, of the five lines that the description gives
    assertThat(fingerprint)
        .isEqualTo("46267e004c35188b9dcd3895eb714519d568917ad108661989ed5d7275a33a37");
  }

  @Test
  void orderIsTheSameHoweverItIsWritten() {
    // Given
    var shuffled =
        new OrderedItem("ACCOUNT_ID", "1000001", FROM, null, List.of("DEVICE", "IP_ADDRESS"));
    String order = fingerprints.order("agency-de", "AZ 2026/1", List.of(FIRST, SECOND));

    // When
    String again = fingerprints.order("agency-de", " AZ \u00a0 2026/1 ", List.of(SECOND, shuffled));

    // Then
    assertThat(again).isEqualTo(order);
  }

  @Test
  void anotherAgencyReferencePeriodOrDataTypeIsAnotherOrder() {
    // Given
    String order = fingerprints.order("agency-de", "AZ 1", List.of(FIRST));

    // When
    var others =
        List.of(
            fingerprints.order("agency-fr", "AZ 1", List.of(FIRST)),
            fingerprints.order("agency-de", "AZ 2", List.of(FIRST)),
            fingerprints.order("agency-de", "AZ 1", List.of(FIRST, SECOND)),
            fingerprints.order("agency-de", "AZ 1", List.of(item(null, FROM, "DEVICE"))),
            fingerprints.order("agency-de", "AZ 1", List.of(item(FROM, null, "DEVICE"))));

    // Then
    assertThat(others).doesNotContain(order).doesNotHaveDuplicates();
  }

  @Test
  void senderIsTheSameInCapitals() {
    // Given
    String sender = fingerprints.sender("dora@police.example");

    // When
    String inCapitals = fingerprints.sender("Dora@POLICE.example");

    // Then
    assertThat(inCapitals).isEqualTo(sender).matches("[0-9a-f]{64}");
  }

  @Test
  void sameTextAsSomethingElseHasAnotherFingerprint() {
    // Given
    String key = fingerprints.idempotencyKey("USERNAME", "demo_user_1");

    // When
    String identifier = fingerprints.identifier("USERNAME", "demo_user_1");

    // Then
    assertThat(identifier).isNotEqualTo(key);
  }

  @Test
  void anotherKeyGivesAnotherFingerprint() throws IOException {
    // Given
    String fingerprint = fingerprints.sender("dora@police.example");

    // When
    String other = with("A".repeat(43) + "=").sender("dora@police.example");

    // Then
    assertThat(other).isNotEqualTo(fingerprint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret!", "c2VjcmV0", KEY + KEY})
  void fileWithoutAKeyIsNamedAndNotQuoted(String content) {
    // Given a file that holds something else

    // When, then
    assertThatThrownBy(() -> with(content))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WRIT_LOOKUP_KEY")
        .hasMessageContaining("lookup.key")
        .hasNoCause()
        .satisfies(
            failure -> {
              if (!content.isEmpty()) {
                assertThat(failure).hasMessageNotContaining(content);
              }
            });
  }

  @Test
  void missingFileIsNamed() {
    // Given
    Path missing = folder.resolve("missing.key");

    // When, then
    assertThatThrownBy(() -> new Fingerprints(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("missing.key");
  }

  private static OrderedItem item(@Nullable Instant from, @Nullable Instant to, String dataType) {
    return new OrderedItem("ACCOUNT_ID", "1000001", from, to, List.of(dataType));
  }

  private Fingerprints with(String content) throws IOException {
    return new Fingerprints(Files.writeString(folder.resolve("lookup.key"), content));
  }
}
