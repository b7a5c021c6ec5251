package org.writ.ops.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.writ.local.Port;
import org.writ.local.Settings;
import org.writ.ops.OpsException;
import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Http;
import org.writ.ops.api.Intake;
import org.writ.ops.api.Realm;
import org.writ.ops.api.Review;

/**
 * A run of invented requests through the real system: agencies submit, reviewers decide, agencies
 * fetch, open, check and acknowledge.
 *
 * <p>Services may go away and come back meanwhile; a run waits for them as long as its patience
 * lasts. A run is used once; {@link #progress()} may be read from other threads.
 */
public final class Demo {

  private static final List<String> REVIEWERS = List.of("rita", "raj", "sofia");

  /**
   * How far a run has come.
   *
   * @param accepted requests that intake took
   * @param decided cases that were decided
   * @param ended requests that came to their end, those that intake did not take among them
   */
  public record Progress(int accepted, int decided, int ended) {}

  private final Settings settings;
  private final int requests;
  private final long seed;
  private final int concurrency;
  private final Duration patience;
  private final Http http;
  private final Realm realm;
  private final Board board = new Board();

  /**
   * A run.
   *
   * @param settings the stack
   * @param requests how many
   * @param seed what they are
   * @param concurrency how many are on their way at the same time
   * @param patience how long nothing at all may happen before requests are given up
   */
  public Demo(Settings settings, int requests, long seed, int concurrency, Duration patience) {
    this.settings = settings;
    this.requests = requests;
    this.seed = seed;
    this.concurrency = concurrency;
    this.patience = patience;
    this.http = new Http(patience);
    this.realm = new Realm(http, settings.issuer());
  }

  /** How far it is. */
  public Progress progress() {
    return board.progress();
  }

  /**
   * Runs all of it.
   *
   * @throws OpsException if a service answers what it must not
   */
  public Outcomes run() {
    Map<String, AgencyDesk> desks = desks();
    String run = UUID.randomUUID().toString();
    try (ExecutorService office = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService field =
            Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().factory())) {
      REVIEWERS.forEach(name -> office.execute(reviewer(name)));
      try {
        List<Future<Outcome>> errands = new ArrayList<>();
        for (DemoRequest request :
            new Plan(seed, LocalDate.now(ZoneOffset.UTC)).requests(requests)) {
          AgencyDesk desk = desks.get(request.agency().id());
          if (desk == null) {
            throw new IllegalStateException(request.agency().id() + " has no desk");
          }
          errands.add(field.submit(new Errand(request, desk, run, board, patience)));
        }
        return collect(errands);
      } finally {
        board.close();
        field.shutdownNow();
      }
    }
  }

  private Outcomes collect(List<Future<Outcome>> errands) {
    List<Outcome> outcomes = new ArrayList<>();
    try {
      for (Future<Outcome> errand : errands) {
        outcomes.add(errand.get());
      }
      return new Outcomes(outcomes);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new OpsException("A request failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OpsException("Interrupted", e);
    }
  }

  private Reviewer reviewer(String name) {
    return new Reviewer(
        new Review(http, settings.url(Port.REVIEW), realm.person(name, name)), board);
  }

  private Map<String, AgencyDesk> desks() {
    Map<String, AgencyDesk> desks = new TreeMap<>();
    for (DemoAgency agency : DemoAgency.ALL) {
      var signIn = realm.client(agency.id(), "secret-" + agency.id());
      desks.put(
          agency.id(),
          new AgencyDesk(
              new Intake(http, settings.url(Port.INTAKE), signIn),
              new Disclosure(http, settings.url(Port.DISCLOSURE), signIn),
              new PackageReader(
                  settings.data().resolve("agencies/" + agency.id() + ".key"),
                  settings.data().resolve("keys/signing.crt"))));
    }
    return desks;
  }
}
