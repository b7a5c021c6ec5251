package org.writ.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders that the build unpacked, whose names carry a version that only the build knows. */
final class Unpacked {

  private Unpacked() {}

  /**
   * The one folder in another whose name begins so.
   *
   * @throws StackException if there is none or more than one
   */
  static Path folder(Path parent, String prefix) {
    try (Stream<Path> children = Files.list(parent)) {
      List<Path> found =
          children.filter(child -> child.getFileName().toString().startsWith(prefix)).toList();
      if (found.size() != 1) {
        throw new StackException(
            "expected one folder "
                + prefix
                + "* in "
                + parent
                + ", found "
                + found
                + "; remove "
                + parent
                + " and build again");
      }
      return found.getFirst();
    } catch (IOException e) {
      throw new StackException("build first (mvn package): " + parent + " is not there", e);
    }
  }
}
