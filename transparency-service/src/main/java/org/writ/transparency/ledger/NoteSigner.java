package org.writ.transparency.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Signs notes with one Ed25519 key. Immutable, thread-safe; never shows the key. */
public final class NoteSigner {

  private final Ed25519PrivateKeyParameters key;
  private final VerifierKey verifierKey;

  private NoteSigner(String name, Ed25519PrivateKeyParameters key) {
    this.key = key;
    this.verifierKey = new VerifierKey(name, key.generatePublicKey().getEncoded());
  }

  /**
   * Reads a private key.
   *
   * @param name the key's name in the notes
   * @param pem PKCS#8 in PEM armour
   * @throws IllegalArgumentException if it is not the private key of an Ed25519 pair
   */
  public static NoteSigner of(String name, String pem) {
    String body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    try {
      AsymmetricKeyParameter key = PrivateKeyFactory.createKey(Base64.getDecoder().decode(body));
      if (key instanceof Ed25519PrivateKeyParameters ed25519) {
        return new NoteSigner(name, ed25519);
      }
    } catch (IOException | RuntimeException unreadable) {
      // The cause could quote the key.
    }
    throw new IllegalArgumentException(
        "Expected an Ed25519 private key, PKCS#8 in PEM armour (openssl genpkey -algorithm ed25519)");
  }

  /** What others check the signatures with. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** Signs a text that ends in a line feed. */
  public SignedNote sign(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(bytes, 0, bytes.length);
    return new SignedNote(
        text,
        List.of(
            new SignedNote.Signature(
                verifierKey.name(), verifierKey.id(), signer.generateSignature())));
  }
}
