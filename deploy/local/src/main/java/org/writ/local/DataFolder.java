package org.writ.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder that holds all that a stack keeps. A mark in it says so, because one day somebody
 * erases it.
 */
final class DataFolder {

  private static final String MARK = "writ-stack";

  private final Path folder;

  DataFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder, or takes an empty one.
   *
   * @throws StackException if it holds something else
   */
  void claim() {
    try {
      Files.createDirectories(folder);
      Path mark = folder.resolve(MARK);
      if (Files.exists(mark)) {
        return;
      }
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new StackException(
              folder
                  + " holds something else than Writ's data; set "
                  + Settings.DATA
                  + " to another");
        }
      }
      Files.createFile(mark);
    } catch (IOException e) {
      throw new StackException("the data folder " + folder + " cannot be made: " + e, e);
    }
  }

  /**
   * Removes the folder with all that is in it.
   *
   * @throws StackException if no stack made it
   */
  void erase() {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.exists(folder.resolve(MARK))) {
      throw new StackException(folder + " was not made by Writ and is left as it is");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new StackException("the data folder " + folder + " cannot be removed: " + e, e);
    }
  }
}
