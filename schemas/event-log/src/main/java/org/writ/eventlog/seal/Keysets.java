package org.writ.eventlog.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files with HPKE keysets (Tink, JSON). */
final class Keysets {

  private static final String ENDING = ".json";

  private Keysets() {}

  /**
   * A service's own keyset.
   *
   * @throws IllegalStateException if the file cannot be read; names it
   */
  static HybridDecrypt secret(Path file) {
    try {
      return parse(file, true).getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(file + " is no private HPKE keyset", wrong);
    }
  }

  /**
   * The public keysets of a folder by service: {@code <service>.json}.
   *
   * @throws IllegalStateException if a file cannot be read; names it
   */
  static Map<String, HybridEncrypt> publicKeysets(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      var keysets = new TreeMap<String, HybridEncrypt>();
      files
          .filter(file -> file.toString().endsWith(ENDING))
          .forEach(file -> keysets.put(service(file), publicKeyset(file)));
      return keysets;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot list the public keysets in " + folder, failure);
    }
  }

  private static String service(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  private static HybridEncrypt publicKeyset(Path file) {
    try {
      return parse(file, false).getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(file + " is no public HPKE keyset", wrong);
    }
  }

  private static KeysetHandle parse(Path file, boolean secret) throws GeneralSecurityException {
    HybridConfig.register();
    try {
      String json = Files.readString(file);
      return secret
          ? TinkJsonProtoKeysetFormat.parseKeyset(
              json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
          : TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get());
    } catch (IOException failure) {
      throw new IllegalStateException("Cannot read the keyset " + file, failure);
    }
  }
}
