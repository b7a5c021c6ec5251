package org.writ.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keycloak with the realm {@value Realm#NAME}.
 *
 * <p>Run without its own start script: that puts a shell between, which would not end with the
 * server. The server is built once, for the options that need it, and started as built.
 */
final class Keycloak implements Server {

  /** The administrator's name, and password, of the whole server on this machine. */
  static final String ADMINISTRATOR = "admin";

  private static final List<String> BUILD_OPTIONS =
      List.of("--db=dev-file", "--health-enabled=true", "--features-disabled=kerberos");

  private final Settings settings;
  private final Realm realm;
  private final Path home;
  private final Path folder;

  Keycloak(Settings settings, Realm realm) {
    this.settings = settings;
    this.realm = realm;
    this.home = Unpacked.folder(settings.unpacked().resolve("keycloak"), "keycloak-");
    this.folder = settings.data().resolve("keycloak");
  }

  @Override
  public Part part() {
    return Part.KEYCLOAK;
  }

  @Override
  public Set<Port> ports() {
    return Set.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT);
  }

  @Override
  public void prepare() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StackException("Keycloak cannot be laid out under " + folder + ": " + e, e);
    }
    build();
  }

  /** Lets the unpacked server build itself for its options, unless it is built for them. */
  void build() {
    Path built = home.resolve("built-with");
    String options = String.join("\n", BUILD_OPTIONS);
    try {
      if (Files.exists(built) && Files.readString(built).equals(options)) {
        return;
      }
      List<String> build = java("build");
      build.addAll(BUILD_OPTIONS);
      Commands.run("keycloak-build", settings.unpacked().resolve("keycloak-build.log"), build);
      Files.writeString(built, options);
    } catch (IOException e) {
      throw new StackException("Keycloak cannot be built in " + home + ": " + e, e);
    }
  }

  @Override
  public Launch launch() {
    List<String> command = java("start");
    command.addAll(
        List.of(
            "--optimized",
            // One node: without this it would look for others on every interface.
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + settings.port(Port.KEYCLOAK),
            "--http-management-port=" + settings.port(Port.KEYCLOAK_MANAGEMENT),
            "--hostname=" + settings.url(Port.KEYCLOAK),
            "--db-url=jdbc:h2:file:" + folder.resolve("database") + ";NON_KEYWORDS=VALUE"));
    return new Launch(
        command,
        Map.of(
            "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
            "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR),
        folder);
  }

  @Override
  public boolean ready() {
    return Http.answers(settings.url(Port.KEYCLOAK_MANAGEMENT) + "/health/ready")
        && Http.answers(settings.url(Port.KEYCLOAK) + "/realms/master");
  }

  /**
   * Makes the realm, or makes it anew when this program describes it otherwise than the one that
   * made it.
   */
  @Override
  public void complete() {
    Path made = folder.resolve("realm.json");
    String wanted = realm.json();
    try {
      boolean exists = Http.answers(settings.issuer());
      if (exists && Files.exists(made) && Files.readString(made).equals(wanted)) {
        return;
      }
      String realms = settings.url(Port.KEYCLOAK) + "/admin/realms";
      String token = Tokens.password(settings, "master", "admin-cli", ADMINISTRATOR, ADMINISTRATOR);
      if (exists) {
        send(HttpRequest.newBuilder(URI.create(realms + "/" + Realm.NAME)).DELETE(), token);
      }
      send(
          HttpRequest.newBuilder(URI.create(realms))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(wanted)),
          token);
      Files.writeString(made, wanted);
    } catch (IOException e) {
      throw new StackException("the realm cannot be kept at " + made + ": " + e, e);
    }
  }

  private static void send(HttpRequest.Builder call, String token) {
    Http.Answer answer = Http.send(call.header("Authorization", "Bearer " + token));
    if (!answer.successful()) {
      throw new StackException(
          "Keycloak refuses the realm with " + answer.status() + ": " + answer.body());
    }
  }

  private List<String> java(String verb) {
    return new ArrayList<>(
        List.of(
            Launch.java(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            verb));
  }
}
