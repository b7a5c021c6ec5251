package org.writ.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the stack lives on this machine.
 *
 * @param home the root of the source tree, whose {@code target} folders hold what is run
 * @param data what the stack keeps between starts; {@code WRIT_DATA}, by default {@code
 *     deploy/local/data}
 * @param ports a port for each of {@link Port}
 */
public record Settings(Path home, Path data, Map<Port, Integer> ports) {

  static final String HOME = "WRIT_HOME";
  static final String DATA = "WRIT_DATA";
  private static final Path LANDMARK = Path.of("deploy", "local", "pom.xml");

  /** Checks that paths are absolute and keeps a copy of the ports. */
  public Settings {
    if (!home.isAbsolute() || !data.isAbsolute()) {
      throw new IllegalArgumentException(
          "home and data must be absolute, found " + home + ", " + data);
    }
    ports = Map.copyOf(ports);
  }

  /**
   * Reads the settings from the environment of this process.
   *
   * @throws StackException if a port is not one, or if the source tree is not found above the
   *     working folder
   */
  public static Settings fromEnvironment() {
    return of(System.getenv(), Path.of("").toAbsolutePath());
  }

  /**
   * Reads the settings from given variables.
   *
   * @param variables as in an environment; names that are not Writ's are ignored
   * @param workingFolder absolute; the source tree is it, or is above it, unless {@code WRIT_HOME}
   *     names it
   * @throws StackException if a port is not one, or if the source tree is not found
   */
  public static Settings of(Map<String, String> variables, Path workingFolder) {
    String named = variables.get(HOME);
    Path home = named == null ? homeAbove(workingFolder) : workingFolder.resolve(named).normalize();
    String folder = variables.get(DATA);
    Path data =
        folder == null
            ? home.resolve("deploy/local/data")
            : workingFolder.resolve(folder).normalize();
    Map<Port, Integer> ports = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      ports.put(port, number(port, variables.get(port.variable())));
    }
    return new Settings(home, data, ports);
  }

  /** The number of a port. */
  public int port(Port port) {
    return ports.getOrDefault(port, port.standard());
  }

  /** The address of a server that speaks HTTP, without a slash at the end. */
  public String url(Port port) {
    return "http://localhost:" + port(port);
  }

  /** Kafka's bootstrap servers. */
  public String kafka() {
    return "localhost:" + port(Port.KAFKA);
  }

  /** The base of the registry's API, version 3. */
  public String registry() {
    return url(Port.REGISTRY) + "/apis/registry/v3";
  }

  /** The issuer of the tokens that the services accept. */
  public String issuer() {
    return url(Port.KEYCLOAK) + "/realms/" + Realm.NAME;
  }

  /** The JDBC address of a database. */
  public String database(String name) {
    return "jdbc:mariadb://localhost:" + port(Port.MARIADB) + "/" + name;
  }

  /** The file that a process's output goes to. */
  Path log(String name) {
    return data.resolve("log").resolve(name + ".log");
  }

  /** The folder into which the build unpacks the servers. */
  Path unpacked() {
    return home.resolve("deploy/local/target");
  }

  private static int number(Port port, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return port.standard();
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 1 && number <= 65535) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new StackException(port.variable() + " must be a port from 1 to 65535, found " + value);
  }

  private static Path homeAbove(Path workingFolder) {
    for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(LANDMARK))) {
        return folder;
      }
    }
    throw new StackException(
        "Writ's source tree is not at or above "
            + workingFolder
            + "; set "
            + HOME
            + " to its root");
  }
}
