package org.writ.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.writ.ops.OpsException;

class ReceiptTest {

  private static final String NAME = "writ.example/ledger";
  private static final byte[] ENTRY = Hashes.sha256(new byte[] {1});
  private static final byte[] SIBLING = Hashes.leaf(Hashes.sha256(new byte[] {2}));

  private final KeyPair pair = pair();
  private final VerifierKey key = VerifierKey.parse(verifierKey(pair));

  @Test
  void provesAnEventUnderASignedCheckpoint() {
    // Given
    Receipt receipt = Receipt.of(receipt(note(pair, 2, root())));

    // When
    SignedCheckpoint checkpoint = receipt.verify(ENTRY, key);

    // Then
    assertThat(checkpoint.origin()).isEqualTo(NAME);
    assertThat(checkpoint.treeSize()).isEqualTo(2);
  }

  @Test
  void doesNotProveAnotherEvent() {
    Receipt receipt = Receipt.of(receipt(note(pair, 2, root())));

    assertThatThrownBy(() -> receipt.verify(Hashes.sha256(new byte[] {3}), key))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("another event");
  }

  @Test
  void doesNotTrustACheckpointOfAnotherKey() {
    Receipt receipt = Receipt.of(receipt(note(pair(), 2, root())));

    assertThatThrownBy(() -> receipt.verify(ENTRY, key))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("not signed");
  }

  @Test
  void doesNotTrustACheckpointThatWasChangedAfterItsSignature() {
    String changed = note(pair, 3, root()).replace("\n3\n", "\n2\n");
    Receipt receipt = Receipt.of(receipt(changed));

    assertThatThrownBy(() -> receipt.verify(ENTRY, key))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("not signed");
  }

  @Test
  void doesNotProveUnderAnotherRoot() {
    Receipt receipt = Receipt.of(receipt(note(pair, 2, SIBLING)));

    assertThatThrownBy(() -> receipt.verify(ENTRY, key))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("does not lead");
  }

  @Test
  void refusesAKeyWhoseIdIsNotItsOwn() {
    String text = verifierKey(pair).replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");

    assertThatThrownBy(() -> VerifierKey.parse(text))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("00000000");
  }

  private static byte[] root() {
    return Hashes.node(Hashes.leaf(ENTRY), SIBLING);
  }

  private static ObjectNode receipt(String note) {
    ObjectNode json = JsonMapper.builder().build().createObjectNode();
    json.put("leafIndex", 0).put("treeSize", 2).put("leafHash", base64(Hashes.leaf(ENTRY)));
    json.putArray("proof").add(base64(SIBLING));
    return json.put("checkpoint", note);
  }

  private static String note(KeyPair signer, long size, byte[] root) {
    String text = NAME + "\n" + size + "\n" + base64(root) + "\n";
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(signer.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] line = join(keyId(signer), signature.sign());
      return text + "\n\u2014 " + NAME + " " + base64(line) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String verifierKey(KeyPair pair) {
    return NAME + "+" + HexFormat.of().formatHex(keyId(pair)) + "+" + base64(typed(pair));
  }

  private static byte[] keyId(KeyPair pair) {
    byte[] name = (NAME + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hashes.sha256(name, typed(pair)), 4);
  }

  private static byte[] typed(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    return join(new byte[] {1}, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
