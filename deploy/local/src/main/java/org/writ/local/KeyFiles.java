package org.writ.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files with keys: written whole or not at all, and secrets readable by their owner alone. */
final class KeyFiles {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rw-r--r--");

  private KeyFiles() {}

  /** Writes a file that only its owner may read. */
  static void secret(Path file, String content) {
    write(file, content, OWNER);
  }

  /** Writes a file that anybody may read. */
  static void open(Path file, String content) {
    write(file, content, ALL);
  }

  private static void write(Path file, String content, Set<PosixFilePermission> readers) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft");
      Files.writeString(draft, content);
      Files.setPosixFilePermissions(draft, readers);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StackException("the key " + file + " cannot be written: " + e, e);
    }
  }
}
