package org.writ.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The processes of one data folder: started in their order, found again by a later program, stopped
 * or killed.
 *
 * <h2>Use</h2>
 *
 * <pre>{@code
 * Stack stack = new Stack(Settings.fromEnvironment(), System.out::println);
 * stack.start(Part.BACKING);
 * stack.kill(Part.KAFKA);
 * stack.start(Set.of(Part.KAFKA));
 * }</pre>
 *
 * <p>Processes live on when the program that started them ends. What runs already is left alone, so
 * that starting twice is harmless. Not thread-safe.
 */
public final class Stack {

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_GRACE = Duration.ofSeconds(30);
  private static final int LINES_OF_REASON = 8;

  private final Settings settings;
  private final Progress progress;
  private final DataFolder dataFolder;
  private final Keycloak keycloak;
  private final Keysets keysets;
  private final Certificates certificates;
  private final Map<Part, Server> servers = new EnumMap<>(Part.class);

  /**
   * A view of the stack that belongs to a data folder.
   *
   * @param settings where it lives
   * @param listener receives lines about the progress, from several threads
   */
  public Stack(Settings settings, Consumer<String> listener) {
    this.settings = settings;
    this.progress = new Progress(listener);
    this.dataFolder = new DataFolder(settings.data());
    this.keysets = new Keysets(settings);
    this.certificates = new Certificates(settings);
    this.keycloak =
        new Keycloak(settings, new Realm(() -> certificates.agencyPem(Realm.KEY_AGENCY)));
    DemoPlatform platform = new DemoPlatform(settings);
    DemoAgencies agencies = new DemoAgencies(settings, certificates);
    List.of(
            new MariaDb(settings),
            new KafkaBroker(settings),
            new Registry(settings),
            keycloak,
            new Service(Part.INTAKE, settings, keysets, certificates, agencies::register),
            new Service(Part.REVIEW, settings, keysets, certificates, () -> {}),
            new Service(Part.DISCLOSURE, settings, keysets, certificates, platform::feed),
            new Service(Part.TRANSPARENCY, settings, keysets, certificates, () -> {}))
        .forEach(server -> servers.put(server.part(), server));
  }

  /** Where this stack lives. */
  public Settings settings() {
    return settings;
  }

  /**
   * Starts those of the parts that do not run, and waits until all of them are ready. A service
   * that was built anew since it was started is started again.
   *
   * @throws StackException with the reason and the log's path, if one does not come up within two
   *     minutes
   */
  public void start(Set<Part> parts) {
    dataFolder.claim();
    Map<Part, CompletableFuture<Void>> started = new EnumMap<>(Part.class);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> keys = CompletableFuture.runAsync(this::makeKeys, executor);
      for (Part part : Part.values()) {
        if (parts.contains(part)) {
          started.put(part, startAfter(needs(part, keys, started), part, executor));
        }
      }
      List<CompletableFuture<Void>> all = new ArrayList<>(started.values());
      all.add(keys);
      try {
        allOrFirstFailure(all).join();
      } finally {
        executor.shutdownNow();
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof StackException reason) {
        throw reason;
      }
      throw e;
    }
  }

  // Without the second, a reason that is known at once would be told only when all others are done.
  private static CompletableFuture<Object> allOrFirstFailure(List<CompletableFuture<Void>> all) {
    CompletableFuture<Void> failure = new CompletableFuture<>();
    all.forEach(
        one ->
            one.whenComplete(
                (nothing, thrown) -> {
                  if (thrown != null) {
                    failure.completeExceptionally(thrown);
                  }
                }));
    return CompletableFuture.anyOf(
        CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])), failure);
  }

  /**
   * Does what is needed once after each build of this program, so that the first start need not.
   */
  void prepare() {
    progress.during("building Keycloak for its options", keycloak::build);
  }

  /** Stops those of the parts that run, what stands on others first. */
  public void stop(Set<Part> parts) {
    List<Part> order = List.of(Part.values()).reversed();
    for (Part part : order) {
      if (parts.contains(part)) {
        progress.during("stopping " + part.label(), () -> process(part).stop(STOP_GRACE));
      }
    }
  }

  /** Ends a part with SIGKILL, as a fault would; nothing if it does not run. */
  public void kill(Part part) {
    process(part).kill();
  }

  /** Whether the process of a part runs; it may not be ready yet. */
  public boolean running(Part part) {
    return process(part).running().isPresent();
  }

  /** The process of a part; empty if it does not run. */
  public Optional<ProcessHandle> handle(Part part) {
    return process(part).running().flatMap(identity -> ProcessHandle.of(identity.pid()));
  }

  /**
   * A service's program with the configuration that it serves with here, for something else: {@code
   * rebuild}.
   *
   * <p>Not started yet; it takes a free HTTP port, so that it can run beside the service.
   *
   * @param service one of {@link Part#SERVICES}
   * @param arguments the program's
   * @throws StackException if there is no such program, or it is not built
   */
  public ProcessBuilder program(Part service, List<String> arguments) {
    if (!(servers.get(service) instanceof Service program)) {
      throw new StackException(service.label() + " is none of Writ's services");
    }
    program.prepare();
    Launch launch = program.launch(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(launch.command()).directory(launch.folder().toFile());
    builder.environment().putAll(launch.environment());
    return builder;
  }

  /**
   * Stops all parts and removes their data.
   *
   * @throws StackException if the folder is not one that a stack made
   */
  public void erase() {
    stop(EnumSet.allOf(Part.class));
    dataFolder.erase();
  }

  private void makeKeys() {
    progress.during(
        "making keys and certificates",
        () -> {
          keysets.make();
          certificates.make();
        });
  }

  private static Collection<CompletableFuture<Void>> needs(
      Part part, CompletableFuture<Void> keys, Map<Part, CompletableFuture<Void>> started) {
    List<CompletableFuture<Void>> needs = new ArrayList<>();
    if (part == Part.REGISTRY && started.containsKey(Part.KAFKA)) {
      needs.add(started.get(Part.KAFKA));
    }
    if (part == Part.KEYCLOAK) {
      // A client of the realm signs in with an agency's key.
      needs.add(keys);
    }
    if (Part.SERVICES.contains(part)) {
      needs.add(keys);
      started.entrySet().stream()
          .filter(other -> Part.BACKING.contains(other.getKey()))
          .map(Map.Entry::getValue)
          .forEach(needs::add);
    }
    return needs;
  }

  private CompletableFuture<Void> startAfter(
      Collection<CompletableFuture<Void>> needs, Part part, Executor executor) {
    return CompletableFuture.allOf(needs.toArray(new CompletableFuture<?>[0]))
        .thenRunAsync(
            () -> progress.during("starting " + part.label(), () -> start(part)), executor);
  }

  private void start(Part part) {
    Server server = servers.get(part);
    if (server == null) {
      throw new StackException(part.label() + " is not part of this stack");
    }
    ManagedProcess process = process(part);
    if (server.program().filter(process::startedBefore).isPresent()) {
      // Its program was replaced under it: what it has not loaded yet is no longer what it was
      // built with.
      process.stop(STOP_GRACE);
    }
    if (process.running().isEmpty()) {
      server.ports().forEach(this::requireFree);
      server.prepare();
      process.start(server.launch());
    }
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!server.ready()) {
      if (process.running().isEmpty()) {
        throw failure(process, part.label() + " ended while it started");
      }
      if (System.nanoTime() > deadline) {
        throw failure(
            process, part.label() + " is not ready after " + START_LIMIT.toSeconds() + " s");
      }
      Waiting.pause();
    }
    server.complete();
  }

  private void requireFree(Port port) {
    int number = settings.port(port);
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
    } catch (IOException e) {
      throw new StackException(
          "port %d is taken by another program; end that, or set %s to a free port"
              .formatted(number, port.variable()),
          e);
    }
  }

  private StackException failure(ManagedProcess process, String what) {
    return new StackException(
        what
            + "; its log is "
            + process.log()
            + "\n  "
            + String.join("\n  ", process.lastLines(LINES_OF_REASON)));
  }

  private ManagedProcess process(Part part) {
    return new ManagedProcess(part.label(), settings.data());
  }
}
