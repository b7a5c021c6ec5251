package org.writ.transparency.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a test class a key to sign checkpoints with. */
public final class CheckpointKey implements QuarkusTestResourceLifecycleManager {

  /** The log's name in these tests. */
  public static final String ORIGIN = "ledger.test/writ";

  private @Nullable Path file;

  /** A new Ed25519 private key, PKCS#8 in PEM armour. */
  public static String pem() {
    try {
      byte[] key =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      Path created = Files.createTempFile("writ-checkpoint", ".pem");
      Files.writeString(created, pem());
      file = created;
      return Map.of("WRIT_CHECKPOINT_KEY", created.toString(), "WRIT_CHECKPOINT_ORIGIN", ORIGIN);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    try {
      if (file != null) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
