package org.writ.intake.hi1;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** ETSI's own example messages, which are not part of this project. */
final class Etsi {

  private Etsi() {}

  /** The bytes of an example; the test is skipped where the reference data is absent. */
  static byte[] example(String name) throws IOException {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("../shared/reference/etsi-ts-103-120").resolve(name).normalize();
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
    }
    assumeTrue(false, "ETSI's examples (../shared/reference/etsi-ts-103-120) are not here");
    return new byte[0];
  }
}
