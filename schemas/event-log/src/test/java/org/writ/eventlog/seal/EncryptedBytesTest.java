package org.writ.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EncryptedBytesTest {

  private static final Actor AGENCY = new Actor("agency", "agency-de");

  /** Several segments, and a part of one. */
  private static final int SIZE = 200_000;

  @Inject CaseKeys keys;
  @Inject Transactions transactions;

  private String caseWithKey() {
    String subject = UUID.randomUUID().toString();
    transactions.run(() -> keys.issue(subject, AGENCY));
    return subject;
  }

  private static byte[] plaintext(int size) {
    byte[] bytes = new byte[size];
    new Random(3).nextBytes(bytes);
    return bytes;
  }

  private byte[] encrypt(String subject, String associated, byte[] plaintext) throws IOException {
    var ciphertext = new ByteArrayOutputStream();
    try (var out = keys.encrypting(subject, associated, ciphertext).orElseThrow()) {
      out.write(plaintext);
    }
    return ciphertext.toByteArray();
  }

  private byte[] decrypt(String subject, String associated, byte[] ciphertext) throws IOException {
    return keys.decrypting(subject, associated, new ByteArrayInputStream(ciphertext))
        .orElseThrow()
        .readAllBytes();
  }

  @Test
  void bytesComeBackAsTheyWere() throws IOException {
    // Given
    String subject = caseWithKey();
    byte[] plaintext = plaintext(SIZE);
    byte[] ciphertext = encrypt(subject, "document-1", plaintext);

    // When
    byte[] opened = decrypt(subject, "document-1", ciphertext);

    // Then
    assertThat(opened).isEqualTo(plaintext);
    assertThat(encrypt(subject, "document-1", plaintext)).isNotEqualTo(ciphertext);
  }

  @Test
  void noBytesComeBackAsNoBytes() throws IOException {
    // Given
    String subject = caseWithKey();
    byte[] ciphertext = encrypt(subject, "document-1", plaintext(0));

    // When
    byte[] opened = decrypt(subject, "document-1", ciphertext);

    // Then
    assertThat(opened).isEmpty();
  }

  @Test
  void bytesOpenOnlyWithWhatTheyBelongTo() throws IOException {
    // Given
    String subject = caseWithKey();
    byte[] ciphertext = encrypt(subject, "document-1", plaintext(SIZE));
    String other = caseWithKey();

    // When, Then
    assertThatThrownBy(() -> decrypt(subject, "document-2", ciphertext))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> decrypt(other, "document-1", ciphertext))
        .isInstanceOf(IOException.class);
  }

  @Test
  void bytesThatWereChangedOrCutOffDoNotOpen() throws IOException {
    // Given
    String subject = caseWithKey();
    byte[] ciphertext = encrypt(subject, "document-1", plaintext(SIZE));
    byte[] changed = ciphertext.clone();
    changed[100_000] ^= 1;
    byte[] cutAtASegmentsEnd = Arrays.copyOf(ciphertext, 2 * (1 << 16));

    // When, Then
    assertThatThrownBy(() -> decrypt(subject, "document-1", changed))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> decrypt(subject, "document-1", cutAtASegmentsEnd))
        .isInstanceOf(IOException.class);
  }

  @Test
  void withoutAKeyThereIsNoStream() {
    // Given
    String subject = UUID.randomUUID().toString();

    // When
    var stream = keys.encrypting(subject, "document-1", new ByteArrayOutputStream());

    // Then
    assertThat(stream).isEmpty();
  }
}
