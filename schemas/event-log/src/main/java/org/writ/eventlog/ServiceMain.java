package org.writ.eventlog;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.writ.eventlog.replay.Rebuild;
import org.writ.eventlog.replay.RebuildMode;

/**
 * How each of the four services starts: {@code java -jar quarkus-run.jar} serves, {@code java -jar
 * quarkus-run.jar rebuild [--swap]} rebuilds the service's datastore next to the live one, compares
 * the two and ends.
 */
@QuarkusMain
public class ServiceMain implements QuarkusApplication {

  private final Instance<Rebuild> rebuild;

  /** Takes the rebuild lazily: a serving process needs none of it. */
  @Inject
  public ServiceMain(Instance<Rebuild> rebuild) {
    this.rebuild = rebuild;
  }

  /** Decides what kind of process this is before the application starts. */
  public static void main(String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("rebuild")) {
      RebuildMode.turnOn();
    }
    Quarkus.run(ServiceMain.class, arguments);
  }

  @Override
  public int run(String... arguments) {
    if (RebuildMode.isOn()) {
      return rebuild.get().run(System.out, arguments);
    }
    Quarkus.waitForExit();
    return 0;
  }
}
