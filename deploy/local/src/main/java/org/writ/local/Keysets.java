package org.writ.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.subtle.Random;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * A key pair for each service that may read personal data: case keys are wrapped for the public
 * half (HPKE, RFC 9180). The transparency-service has none. And the key of intake's fingerprints.
 */
final class Keysets {

  static final List<Part> READERS = List.of(Part.INTAKE, Part.REVIEW, Part.DISCLOSURE);
  private static final int KEY_BYTES = 32;
  private static final HpkeParameters PARAMETERS = parameters();

  private final Path folder;

  Keysets(Settings settings) {
    this.folder = settings.data().resolve("keysets");
  }

  private static HpkeParameters parameters() {
    try {
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.TINK)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file with a service's private keyset. */
  Path privateKeyset(Part service) {
    return folder.resolve("private").resolve(service.label() + ".json");
  }

  /** The folder with all public keysets, a file for each service. */
  Path publicKeysets() {
    return folder.resolve("public");
  }

  /** The file with the key that intake's fingerprints are made with. */
  Path lookupKey() {
    return folder.resolve("private").resolve("lookup.key");
  }

  /** The file with the key that the secrets of intake's webhooks are derived from. */
  Path webhookKey() {
    return folder.resolve("private").resolve("webhook.key");
  }

  /**
   * Makes the keys that are missing. A key is never replaced: what was wrapped for it, found by it
   * or signed with it would be lost.
   */
  void make() {
    try {
      for (Part service : READERS) {
        if (!Files.exists(privateKeyset(service))) {
          make(service);
        }
      }
      for (Path key : List.of(lookupKey(), webhookKey())) {
        if (!Files.exists(key)) {
          KeyFiles.secret(key, Base64.getEncoder().encodeToString(Random.randBytes(KEY_BYTES)));
        }
      }
    } catch (GeneralSecurityException e) {
      throw new StackException("the services' keysets cannot be made: " + e, e);
    }
  }

  private void make(Part service) throws GeneralSecurityException {
    KeysetHandle pair = KeysetHandle.generateNew(PARAMETERS, HybridConfig2026.get());
    // The public half first: once the private one is there, the pair counts as complete.
    KeyFiles.open(
        publicKeysets().resolve(service.label() + ".json"),
        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
            pair.getPublicKeysetHandle(), HybridConfig2026.get()));
    KeyFiles.secret(
        privateKeyset(service),
        TinkJsonProtoKeysetFormat.serializeKeyset(
            pair, HybridConfig2026.get(), InsecureSecretKeyAccess.get()));
  }
}
