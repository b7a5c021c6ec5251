package org.writ.disclosure;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.disclosure.packaging.Keys;

/** Gives the service under test a key to sign packages with. */
public final class SigningFiles implements QuarkusTestResourceLifecycleManager {

  /** Setting that names the folder of {@code platform.crt}. */
  public static final String FOLDER = "writ.test.signing";

  private @Nullable Path folder;

  @Override
  public Map<String, String> start() {
    try {
      Path created = Files.createTempDirectory("writ-signing");
      folder = created;
      Keys.ecToSignWith().write(created, "platform");
      return Map.of(
          FOLDER,
          created.toString(),
          "WRIT_SIGNING_KEY",
          created.resolve("platform.key").toString(),
          "WRIT_SIGNING_CERTIFICATE",
          created.resolve("platform.crt").toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    if (folder == null) {
      return;
    }
    try {
      Files.deleteIfExists(folder.resolve("platform.key"));
      Files.deleteIfExists(folder.resolve("platform.crt"));
      Files.deleteIfExists(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
