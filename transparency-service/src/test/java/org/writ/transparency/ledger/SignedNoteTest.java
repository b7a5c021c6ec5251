package org.writ.transparency.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.transparency.testing.CheckpointKey;

class SignedNoteTest {

  /** Key and note that the documentation of Go's package sumdb/note gives as its example. */
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private final NoteSigner signer = NoteSigner.of("writ.localhost/ledger", CheckpointKey.pem());
  private final Hash root = MerkleTree.leafHash(new byte[] {7});
  private final Checkpoint checkpoint = new Checkpoint("writ.localhost/ledger", 42, root);

  @Test
  void noteOfAnotherImplementationIsVerified() {
    VerifierKey key = VerifierKey.parse(GO_KEY);

    assertThat(SignedNote.parse(GO_NOTE).isSignedBy(key)).isTrue();
    assertThat(SignedNote.parse(GO_NOTE)).hasToString(GO_NOTE);
    assertThat(key).hasToString(GO_KEY);
  }

  @Test
  void changedTextIsNotSigned() {
    SignedNote forged = SignedNote.parse(GO_NOTE.replace("answer", "cause"));
    assertThat(forged.isSignedBy(VerifierKey.parse(GO_KEY))).isFalse();
  }

  @Test
  void ownNoteIsVerifiedByItsKeyAndByNoOther() {
    SignedNote note = SignedNote.parse(signer.sign(checkpoint.text()).toString());

    assertThat(note.isSignedBy(VerifierKey.parse(signer.verifierKey().toString()))).isTrue();
    assertThat(note.isSignedBy(VerifierKey.parse(GO_KEY))).isFalse();
    assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
  }

  @Test
  void falseSignatureBesideAGoodOneSpoilsTheNote() {
    SignedNote note = signer.sign(checkpoint.text());
    SignedNote.Signature good = note.signatures().getFirst();
    var forged = new SignedNote.Signature(good.name(), good.keyId(), new byte[64]);

    assertThat(new SignedNote(note.text(), List.of(good, forged)).isSignedBy(signer.verifierKey()))
        .isFalse();
  }

  @Test
  void checkpointIsReadAndVerifiedBySigstore() throws Exception {
    String note = signer.sign(checkpoint.text()).toString();

    RekorEntry.Checkpoint parsed = Checkpoints.from(note);

    assertThat(parsed.getOrigin()).isEqualTo("writ.localhost/ledger");
    assertThat(parsed.getSize()).isEqualTo(42);
    assertThat(Base64.getDecoder().decode(parsed.getBase64Hash())).isEqualTo(root.bytes());
    RekorEntry.CheckpointSignature signature = parsed.getSignatures().getFirst();
    assertThat(signature.getIdentity()).isEqualTo("writ.localhost/ledger");
    assertThat(
            Verifiers.newVerifier(publicKey())
                .verify(
                    parsed.getSignedData().getBytes(StandardCharsets.UTF_8),
                    signature.getSignature()))
        .isTrue();
  }

  private PublicKey publicKey() throws Exception {
    byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] encoded = java.util.Arrays.copyOf(prefix, prefix.length + 32);
    System.arraycopy(signer.verifierKey().publicKey(), 0, encoded, prefix.length, 32);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text\n",
        "text\n\n",
        "text\n\nno dash name AAAAAAA=\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name !!!\n",
        "te\rxt\n\n\u2014 name AAAAAAAA\n"
      })
  void anythingElseIsNoNote(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpcAQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc"
      })
  void anythingElseIsNoVerifierKey(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
  }

  @Test
  void unusableKeyIsRefusedWithoutShowingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NoteSigner.of("name", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n"))
        .withMessageContaining("Expected an Ed25519 private key")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "o\n1\n", "o\n01\nAA==\n", "o\n-1\nAA==\n", "o\n1\nAA==\n", "\n1\nAA\n"})
  void anythingElseIsNoCheckpoint(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
  }
}
