package org.writ.systemtests;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.writ.local.Part;
import org.writ.local.Port;
import org.writ.local.Settings;
import org.writ.local.Stack;
import org.writ.ops.api.Agencies;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Http;
import org.writ.ops.api.Intake;
import org.writ.ops.api.Realm;
import org.writ.ops.api.Review;
import org.writ.ops.api.SignIn;
import org.writ.ops.api.Transparency;
import org.writ.ops.ledger.Ledger;
import org.writ.ops.log.LogReader;

/**
 * The four services on the servers that run already. Started before the first test class, stopped
 * after the last.
 */
public final class RunningSystem implements BeforeAllCallback {

  /** How long anything may take that usually takes seconds. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  // Held, as a logger that nobody refers to may forget its level.
  private static final Logger ROOT = Logger.getLogger("");

  static {
    // The clients of Kafka and the registry tell about every start.
    ROOT.setLevel(Level.SEVERE);
  }

  private static final Settings SETTINGS = Settings.fromEnvironment();
  private static final Stack STACK = new Stack(SETTINGS, System.out::println);
  private static final Http HTTP = new Http(Duration.ofSeconds(10));
  private static final Realm REALM = new Realm(HTTP, SETTINGS.issuer());

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(RunningSystem.class))
        .computeIfAbsent(Services.class, key -> new Services(), Services.class);
  }

  static Stack stack() {
    return STACK;
  }

  static Settings settings() {
    return SETTINGS;
  }

  static Intake intake(SignIn caller) {
    return new Intake(HTTP, SETTINGS.url(Port.INTAKE), caller);
  }

  static Agencies agencies(SignIn operator) {
    return new Agencies(HTTP, SETTINGS.url(Port.INTAKE), operator);
  }

  /** What an agency ever fetched, as an operator sees it. */
  static Answer fetches(SignIn operator, String agency) {
    return new Disclosure(HTTP, SETTINGS.url(Port.DISCLOSURE), operator).fetches(agency);
  }

  static Review review(SignIn caller) {
    return new Review(HTTP, SETTINGS.url(Port.REVIEW), caller);
  }

  static Disclosure disclosure(SignIn caller) {
    return new Disclosure(HTTP, SETTINGS.url(Port.DISCLOSURE), caller);
  }

  static Transparency transparency() {
    return new Transparency(HTTP, SETTINGS.url(Port.TRANSPARENCY));
  }

  static Ledger ledger() {
    return new Ledger(transparency(), null);
  }

  static LogReader log() {
    return new LogReader(SETTINGS);
  }

  static SignIn agency(String id) {
    return REALM.client(id, "secret-" + id);
  }

  static SignIn person(String name) {
    return REALM.person(name, name);
  }

  /** The services' processes. */
  private static final class Services implements AutoCloseable {

    Services() {
      for (Part server : Part.BACKING) {
        if (!STACK.running(server)) {
          throw new IllegalStateException(
              server.label()
                  + " does not run under "
                  + SETTINGS.data()
                  + ". Run deploy/verify, or source deploy/local/verify-ports.sh and run"
                  + " deploy/verify --backing");
        }
      }
      if (SETTINGS.port(Port.INTAKE) == Port.INTAKE.standard()) {
        throw new IllegalStateException(
            "These tests kill services; they do not run on the ports of deploy/up. Source"
                + " deploy/local/verify-ports.sh");
      }
      STACK.start(Part.SERVICES);
    }

    @Override
    public void close() {
      STACK.stop(Part.SERVICES);
    }
  }
}
