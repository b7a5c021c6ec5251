package org.writ.benchmarks;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.writ.local.Part;
import org.writ.local.Port;
import org.writ.local.Settings;
import org.writ.local.Stack;
import org.writ.local.Tokens;

/**
 * Measures, in one run on a stack of its own:
 *
 * <ul>
 *   <li>raw durable commits of the database, and requests that intake accepts durably, in turns;
 *   <li>the round trip of a message through bare Kafka, and the time from a request's acceptance to
 *       its case in review's queue, in turns;
 *   <li>a back-test of very many cases, and reading their rows, in turns;
 *   <li>claims by very many at a time, and the queue of very many cases beside calls that do
 *       nothing, in turns.
 * </ul>
 *
 * Exit status 0 if every ratio is as good as it should be, 1 if not.
 */
public final class Benchmarks {

  private static final double MIN_THROUGHPUT = 0.6;
  private static final double MAX_P99 = 10;
  private static final double MAX_VISIBILITY = 5;

  private static final int CONNECTIONS = 64;
  private static final int ROUNDS = Integer.getInteger("writ.benchmarks.rounds", 5);
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(20);
  private static final int WARM_UP_STEPS = 20;
  private static final int STEADY_STEPS = 3;
  private static final double RISING = 1.03;
  private static final Duration LATENCY_WARM_UP = Duration.ofSeconds(120);
  private static final Duration RAW = Duration.ofSeconds(4);
  private static final Duration SERVICE = Duration.ofSeconds(8);
  private static final double MICROSECOND = 1e3;
  private static final int WARM_UP_MESSAGES = 1_000;
  private static final int WARM_UP_REQUESTS = 1_000;
  private static final int MESSAGES = 300;
  private static final int REQUESTS = 100;

  // Held, as a logger that nobody refers to may forget its level.
  private static final Logger ROOT = Logger.getLogger("");

  private final Stack stack;
  private final Settings settings;
  private final Verdicts verdicts = new Verdicts();

  private Benchmarks(Stack stack) {
    this.stack = stack;
    this.settings = stack.settings();
  }

  /** Runs everything. */
  public static void main(String[] arguments) throws Exception {
    ROOT.setLevel(Level.SEVERE);
    System.setProperty("writ.local.kafka.optimised", "true");
    var benchmarks = new Benchmarks(new Stack(Settings.fromEnvironment(), System.out::println));
    benchmarks.prepare();
    var wanted = Set.of(arguments);
    // Throughput is last: review would have to catch up with what intake accepted without it.
    if (wanted.isEmpty() || wanted.contains("latency")) {
      benchmarks.latency(benchmarks.submissions());
    }
    if (wanted.isEmpty() || wanted.contains("backtest")) {
      benchmarks.review().backtest(options("review"));
    }
    if (wanted.isEmpty() || wanted.contains("queue")) {
      benchmarks.review().queue(options("review"));
    }
    if (wanted.isEmpty() || wanted.contains("throughput")) {
      benchmarks.throughput(benchmarks.submissions());
    }
    System.exit(benchmarks.verdicts.good() ? 0 : 1);
  }

  /** With a token of its own for each part: one is not good for all of them. */
  private SubmissionBytes submissions() {
    return new SubmissionBytes(new Tokens(settings).client("agency-de"));
  }

  private ReviewBenchmarks review() {
    return new ReviewBenchmarks(stack, submissions(), verdicts);
  }

  /** The services start once as the launcher does it, which also registers the agencies. */
  private void prepare() {
    stack.start(Part.BACKING);
    stack.start(Set.of(Part.INTAKE, Part.REVIEW));
    stack.stop(Set.of(Part.INTAKE, Part.REVIEW));
  }

  private static List<String> options(String service) {
    String options = System.getProperty("writ.benchmarks." + service + ".options", "");
    return options.isBlank() ? List.of() : List.of(options.split(" "));
  }

  /** Only intake runs: others would take processors from it, that in production are their own. */
  private void throughput(SubmissionBytes submissions) throws Exception {
    var raw =
        new RawCommits(settings.database("intake"), "intake", "intake-local", submissions.body());
    raw.prepare();
    try (var intake = MeasuredService.start(stack, Part.INTAKE, options("intake"))) {
      System.out.println("intake is process " + intake.pid());
      var load = new SubmissionLoad(settings.port(Port.INTAKE), submissions);
      warmUp(load);
      System.out.println("warm-up    raw      " + raw.round(RAW));
      var raws = new ArrayList<Round>();
      var accepted = new ArrayList<Round>();
      for (int round = 1; round <= ROUNDS; round++) {
        raws.add(raw.round(RAW));
        var before = processorTimes(intake);
        accepted.add(load.round(CONNECTIONS, SERVICE));
        double requests = accepted.getLast().perSecond() * SERVICE.toSeconds();
        long waiting = waiting();
        var after = processorTimes(intake);
        System.out.printf("round %d    raw      %s%n", round, raws.getLast());
        System.out.printf(
            "round %d    accepted %s   us of a processor each: %s; %d events wait for Kafka%n",
            round, accepted.getLast(), each(before, after, requests), waiting);
        awaitEmptyOutbox();
      }
      report(Round.median(raws), Round.median(accepted));
    }
  }

  /**
   * Until it accepts no more than before: the compiler has as much to do as the service, and takes
   * the processors from it for minutes.
   */
  private static void warmUp(SubmissionLoad load) throws IOException {
    double most = 0;
    int steady = 0;
    for (int step = 1; step <= WARM_UP_STEPS && steady < STEADY_STEPS; step++) {
      Round round = load.round(CONNECTIONS, WARM_UP_STEP);
      System.out.println("warm-up    accepted " + round);
      steady = round.perSecond() < most * RISING ? steady + 1 : 0;
      most = Math.max(most, round.perSecond());
    }
  }

  /** Processor time that each process has used so far. */
  private Map<String, Duration> processorTimes(MeasuredService intake) {
    var times = new LinkedHashMap<String, Duration>();
    times.put("intake", intake.processorTime());
    for (Part part : List.of(Part.MARIADB, Part.KAFKA)) {
      times.put(
          part.label(),
          stack
              .handle(part)
              .flatMap(process -> process.info().totalCpuDuration())
              .orElse(Duration.ZERO));
    }
    times.put(
        "this client", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    return times;
  }

  private static String each(
      Map<String, Duration> before, Map<String, Duration> after, double requests) {
    return before.entrySet().stream()
        .map(
            one -> {
              Duration used = after.getOrDefault(one.getKey(), Duration.ZERO).minus(one.getValue());
              return "%s %.0f".formatted(one.getKey(), used.toNanos() / MICROSECOND / requests);
            })
        .collect(Collectors.joining(", "));
  }

  private long waiting() throws SQLException {
    try (var connection =
            DriverManager.getConnection(settings.database("intake"), "intake", "intake-local");
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** So that a round pays for all that it accepts, and no round for the one before it. */
  private void awaitEmptyOutbox() throws SQLException, InterruptedException {
    while (waiting() > 0) {
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private void report(Round raw, Round accepted) {
    System.out.println();
    System.out.println("raw commits, 32 threads          " + raw);
    System.out.println("accepted requests, 64 connections" + accepted);
    verdicts.atLeast(
        "accepted / raw, throughput", accepted.perSecond() / raw.perSecond(), MIN_THROUGHPUT);
    verdicts.atMost("accepted / raw, p99", accepted.p99() / raw.p99(), MAX_P99);
  }

  private void latency(SubmissionBytes submissions) throws Exception {
    try (var intake = MeasuredService.start(stack, Part.INTAKE, options("intake"));
        var review = MeasuredService.start(stack, Part.REVIEW, options("review"));
        var kafka = new KafkaRoundTrip(settings.kafka(), submissions.body());
        var queue =
            new QueueVisibility(
                new SubmissionLoad(settings.port(Port.INTAKE), submissions),
                settings.database("review"),
                "review",
                "review-local")) {
      System.out.printf("intake is process %d, review %d%n", intake.pid(), review.pid());
      System.out.println("warm-up    bare Kafka      " + kafka.round(WARM_UP_MESSAGES));
      long end = System.nanoTime() + LATENCY_WARM_UP.toNanos();
      while (System.nanoTime() < end) {
        System.out.println("warm-up    in the queue    " + queue.round(WARM_UP_REQUESTS));
      }
      var bare = new ArrayList<Round>();
      var visible = new ArrayList<Round>();
      for (int round = 1; round <= ROUNDS; round++) {
        bare.add(kafka.round(MESSAGES));
        visible.add(queue.round(REQUESTS));
        System.out.printf("round %d    bare Kafka      %s%n", round, bare.getLast());
        System.out.printf("round %d    in the queue    %s%n", round, visible.getLast());
      }
      report("bare Kafka round trip           ", Round.median(bare), Round.median(visible));
    }
  }

  private void report(String name, Round bare, Round visible) {
    System.out.println();
    System.out.println(name + bare);
    System.out.println("acceptance to review's queue    " + visible);
    verdicts.atMost("queue / Kafka, p50", visible.p50() / bare.p50(), MAX_VISIBILITY);
  }
}
