package org.writ.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetsTest {

  @TempDir Path data;

  @Test
  void whatIsSealedForThePublicHalfOpensWithThePrivateOne()
      throws IOException, GeneralSecurityException {
    // Given
    Keysets keysets = keysets();
    keysets.make();
    HybridEncrypt seal =
        TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                Files.readString(keysets.publicKeysets().resolve("review.json")),
                HybridConfig2026.get())
            .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class);
    HybridDecrypt open =
        TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(keysets.privateKeyset(Part.REVIEW)),
                HybridConfig2026.get(),
                InsecureSecretKeyAccess.get())
            .getPrimitive(HybridConfig2026.get(), HybridDecrypt.class);

    // When
    byte[] opened = open.decrypt(seal.encrypt("a key".getBytes(UTF_8), new byte[0]), new byte[0]);

    // Then
    assertThat(opened).asString(UTF_8).isEqualTo("a key");
  }

  @Test
  void pairIsMadeOnceAndItsSecretIsTheOwnersAlone() throws IOException {
    // Given
    keysets().make();
    String before = Files.readString(keysets().privateKeyset(Part.INTAKE));

    // When
    keysets().make();

    // Then
    assertThat(keysets().privateKeyset(Part.INTAKE)).hasContent(before);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keysets().privateKeyset(Part.INTAKE))))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lookup", "webhook"})
  void intakesKeysAreMadeOnceAndAreTheOwnersAlone(String name) throws IOException {
    // Given
    keysets().make();
    Path key = name.equals("lookup") ? keysets().lookupKey() : keysets().webhookKey();
    String before = Files.readString(key);

    // When
    keysets().make();

    // Then
    assertThat(Base64.getDecoder().decode(before)).hasSize(32);
    assertThat(key).hasContent(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void transparencyHasNone() {
    // When
    keysets().make();

    // Then
    assertThat(keysets().privateKeyset(Part.TRANSPARENCY)).doesNotExist();
    assertThat(keysets().publicKeysets().resolve("transparency.json")).doesNotExist();
  }

  private Keysets keysets() {
    return new Keysets(new Settings(data, data, Map.of()));
  }
}
