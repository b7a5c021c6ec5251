package org.writ.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of Writ's four services, as its build left it, configured by the environment alone. */
final class Service implements Server {

  private static final String ORIGIN = "writ.localhost/ledger";

  /** What officers of the demo sign in with is their password alone. */
  private static final String NO_SECOND_FACTOR = "none";

  private final Part part;
  private final Port port;
  private final Settings settings;
  private final Keysets keysets;
  private final Certificates certificates;
  private final Runnable completion;

  Service(
      Part part,
      Settings settings,
      Keysets keysets,
      Certificates certificates,
      Runnable completion) {
    this.part = part;
    this.port = Port.valueOf(part.name());
    this.settings = settings;
    this.keysets = keysets;
    this.certificates = certificates;
    this.completion = completion;
  }

  @Override
  public Part part() {
    return part;
  }

  @Override
  public Set<Port> ports() {
    return Set.of(port);
  }

  @Override
  public void prepare() {
    if (!Files.exists(jar())) {
      throw new StackException("build first (mvn package): " + jar() + " is not there");
    }
  }

  @Override
  public Optional<Path> program() {
    return Optional.of(jar());
  }

  @Override
  public Launch launch() {
    return new Launch(command(List.of()), environment(settings.port(port)), settings.home());
  }

  /** The same program with the same configuration for something else than serving. */
  Launch launch(List<String> arguments) {
    // Port 0: any that is free, because the service itself may be running.
    return new Launch(command(arguments), environment(0), settings.home());
  }

  private List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Launch.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // Eight servers start on one machine: what the second compiler would win later, it
                // costs now.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString()));
    command.addAll(arguments);
    return command;
  }

  @Override
  public boolean ready() {
    return Http.answers(settings.url(port) + "/q/health/ready");
  }

  @Override
  public void complete() {
    completion.run();
  }

  private Map<String, String> environment(int httpPort) {
    Map<String, String> environment = new HashMap<>();
    environment.put(port.variable(), Integer.toString(httpPort));
    environment.put("WRIT_DATABASE_URL", settings.database(part.label()));
    environment.put("WRIT_DATABASE_USER", part.label());
    environment.put("WRIT_DATABASE_PASSWORD", MariaDb.password(part));
    environment.put("WRIT_KAFKA", settings.kafka());
    environment.put("WRIT_REGISTRY", settings.registry());
    environment.put("WRIT_OIDC_ISSUER", settings.issuer());
    if (Keysets.READERS.contains(part)) {
      environment.put("WRIT_KEYSET", keysets.privateKeyset(part).toString());
    }
    switch (part) {
      case INTAKE -> {
        environment.put("WRIT_PUBLIC_KEYSETS", keysets.publicKeysets().toString());
        environment.put("WRIT_LOOKUP_KEY", keysets.lookupKey().toString());
        environment.put("WRIT_WEBHOOK_KEY", keysets.webhookKey().toString());
        // The demo sends a thousand requests at once, and the benchmarks as many as they can.
        environment.put("WRIT_RATE_LIMIT_PER_MINUTE", "600000");
        environment.put("WRIT_RATE_LIMIT_BURST", "20000");
        environment.put("WRIT_OFFICERS_REQUIRED_ACR", NO_SECOND_FACTOR);
        // Receivers on this machine are what there is to try webhooks with.
        environment.put("WRIT_WEBHOOK_ALLOW_HTTP", "true");
        environment.put("WRIT_WEBHOOK_ALLOW_PRIVATE", "true");
        environment.put("WRIT_TRANSPARENCY", settings.url(Port.TRANSPARENCY));
        environment.put("WRIT_DISCLOSURE", settings.url(Port.DISCLOSURE));
        environment.put("WRIT_RECEIPT_PROGRAM", receiptProgram().toString());
        environment.put("WRIT_PAGES_CLIENT_SECRET", Realm.secret("pages"));
      }
      case REVIEW -> {
        environment.put("WRIT_PAGES_CLIENT_SECRET", Realm.secret("pages"));
        environment.put("WRIT_SERVICE_CLIENT_SECRET", Realm.secret("service-review"));
      }
      case DISCLOSURE -> {
        environment.put("WRIT_OFFICERS_REQUIRED_ACR", NO_SECOND_FACTOR);
        environment.put("WRIT_SIGNING_KEY", certificates.signingKey().toString());
        environment.put("WRIT_SIGNING_CERTIFICATE", certificates.signingCertificate().toString());
      }
      case TRANSPARENCY -> {
        environment.put("WRIT_CHECKPOINT_KEY", certificates.checkpointKey().toString());
        environment.put("WRIT_CHECKPOINT_ORIGIN", ORIGIN);
      }
      default -> {
        // The servers under them have commands of their own.
      }
    }
    return environment;
  }

  private Path receiptProgram() {
    return settings.home().resolve("deploy/ops/target/writ-receipt.jar");
  }

  private Path jar() {
    return settings.home().resolve(part.label() + "-service/target/quarkus-app/quarkus-run.jar");
  }
}
