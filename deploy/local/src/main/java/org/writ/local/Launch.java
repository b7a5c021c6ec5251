package org.writ.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param command the program and its arguments
 * @param environment added to the environment of the launcher
 * @param folder the working folder
 */
record Launch(List<String> command, Map<String, String> environment, Path folder) {

  Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The {@code java} that runs the launcher: the stack runs on one JDK. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
