package org.writ.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.writ.local.Part;
import org.writ.local.Port;
import org.writ.local.Settings;
import org.writ.local.Stack;
import org.writ.local.Tokens;

/** What review does with very many cases: claims, its queue, and back-tests. */
final class ReviewBenchmarks {

  private static final int CASES = Integer.getInteger("writ.benchmarks.cases", 100_000);
  private static final int CLAIMED = Integer.getInteger("writ.benchmarks.claimed", 5_000);
  private static final int ROUNDS = Integer.getInteger("writ.benchmarks.rounds", 5);
  private static final int CALLS = Integer.getInteger("writ.benchmarks.calls", 300);
  private static final int WARM_UP_CALLS = Integer.getInteger("writ.benchmarks.warm-up", 2_000);

  private static final int CLAIMERS = 200;
  private static final int CONNECTIONS = 64;
  private static final Duration SUBMITTING = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int OPEN_DAYS = 11;
  private static final int DECIDED_DAYS = 4;
  private static final double MAX_BACKTEST_SECONDS = 60;
  private static final double SECOND = 1e9;
  private static final int OK = 200;

  private static final String WAITING = "SELECT COUNT(*) FROM legal_case WHERE waits";
  private static final String FREE = WAITING + " AND holder IS NULL";
  private static final String PAST =
      "SELECT COUNT(*) FROM legal_case WHERE outcome IS NOT NULL AND NOT withdrawn";

  /** What a back-test looks at. */
  private static final List<String> ALL_PAST =
      List.of(
          "SELECT * FROM legal_case WHERE outcome IS NOT NULL",
          "SELECT * FROM case_item",
          "SELECT * FROM case_finding");

  private final Stack stack;
  private final Settings settings;
  private final Tokens tokens;
  private final SubmissionBytes submissions;
  private final Verdicts verdicts;

  ReviewBenchmarks(Stack stack, SubmissionBytes submissions, Verdicts verdicts) {
    this.stack = stack;
    this.settings = stack.settings();
    this.tokens = new Tokens(settings);
    this.submissions = submissions;
    this.verdicts = verdicts;
  }

  /** Claims of cases that were submitted, then the queue of many more. */
  void queue(List<String> options) throws Exception {
    try (var review = MeasuredService.start(stack, Part.REVIEW, options);
        var cases = cases()) {
      System.out.println("review is process " + review.pid());
      claims(cases);
      String original = submit(cases, 1);
      cases.add(original, (int) (CASES - cases.count(WAITING)), OPEN_DAYS);
      int open = (int) cases.count(WAITING);
      System.out.printf("%,d cases are open%n", open);
      // Somebody who holds none of the cases that were claimed.
      var speed =
          new QueueSpeed(
              Calls.withToken(settings.url(Port.REVIEW), tokens.person("sofia")),
              PageSession.signIn(settings.url(Port.REVIEW), "/desk", "sofia"));
      speed.prepare(open);
      speed.warmUp(WARM_UP_CALLS);
      for (int round = 1; round <= ROUNDS; round++) {
        speed.round(round, CALLS);
      }
      speed.report(verdicts);
    }
  }

  private void claims(CaseCopies cases) throws Exception {
    submit(cases, CLAIMED);
    long free = cases.count(FREE);
    ClaimRace.Outcome outcome = ClaimRace.run(List.of(reviewer("rita"), reviewer("raj")), CLAIMERS);
    System.out.printf(
        "%d claimers were given %d cases, %d different ones, in %.1f s; other answers: %s%n",
        CLAIMERS, outcome.claims(), outcome.different(), outcome.seconds(), outcome.others());
    verdicts.holds(
        "each of %d cases is claimed once".formatted(free),
        outcome.claims() == free && outcome.different() == free && outcome.others().isEmpty());
  }

  /** A back-test over decided cases, beside reading their rows. */
  void backtest(List<String> options) throws Exception {
    try (var review = MeasuredService.start(stack, Part.REVIEW, options);
        var cases = cases()) {
      System.out.println("review is process " + review.pid());
      String original = submit(cases, 1);
      refuse(original);
      cases.add(original, (int) (CASES - cases.count(PAST)), DECIDED_DAYS);
      long past = cases.count(PAST);
      System.out.printf("%,d cases are decided%n", past);
      Calls olga = reviewer("olga");
      backtest(olga, past);
      var raw = new ArrayList<Double>();
      var anew = new ArrayList<Double>();
      for (int round = 1; round <= ROUNDS; round++) {
        raw.add(seconds(() -> readAll(cases)));
        anew.add(seconds(() -> backtest(olga, past)));
        System.out.printf(
            "round %d    rows read %.2f s    back-test %.2f s%n",
            round, raw.getLast(), anew.getLast());
      }
      System.out.println();
      System.out.printf(
          "back-test / reading the rows             %.2f%n", middle(anew) / middle(raw));
      verdicts.atMost("back-test, seconds", middle(anew), MAX_BACKTEST_SECONDS);
    }
  }

  private static void backtest(Calls caller, long past) throws IOException, InterruptedException {
    Instant to = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    var answer =
        caller.post(
            "/v1/policies/2026-11-emergencies/backtests",
            "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(to.minus(Duration.ofDays(OPEN_DAYS)), to));
    if (answer.statusCode() != OK || !answer.body().contains("\"cases\":" + past)) {
      throw new IOException("The back-test is not about all cases: " + answer.body());
    }
  }

  private static void readAll(CaseCopies cases) throws SQLException {
    for (String rows : ALL_PAST) {
      cases.read(rows);
    }
  }

  /** Something that takes a while. */
  private interface Work {
    void run() throws IOException, InterruptedException, SQLException;
  }

  private static double seconds(Work work) throws IOException, InterruptedException, SQLException {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / SECOND;
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }

  private CaseCopies cases() throws SQLException {
    return new CaseCopies(settings.database("review"), "review", "review-local");
  }

  private Calls reviewer(String name) {
    return Calls.withToken(settings.url(Port.REVIEW), tokens.person(name));
  }

  /** Submits so many at least, and gives the id of the last one once all are in the queue. */
  private String submit(CaseCopies cases, int count) throws Exception {
    long before = cases.count(WAITING);
    try (var intake = MeasuredService.start(stack, Part.INTAKE, List.of())) {
      System.out.println("intake is process " + intake.pid());
      var load = new SubmissionLoad(settings.port(Port.INTAKE), submissions);
      long accepted = 0;
      while (accepted < count - 1) {
        Round round = load.round(CONNECTIONS, SUBMITTING);
        accepted += round.calls();
      }
      String last = load.one();
      await(cases, before + accepted + 1);
      return last;
    }
  }

  private static void await(CaseCopies cases, long waiting)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (cases.count(WAITING) < waiting) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Not all cases came up in review's queue");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private void refuse(String caseId) throws Exception {
    Calls rita = reviewer("rita");
    var claim = rita.post("/v1/cases/" + caseId + "/claim");
    String itemId = claim.body().replaceFirst("(?s).*?\"itemId\":\"([^\"]+)\".*", "$1");
    var decision =
        rita.send(
            rita.request("/v1/cases/" + caseId + "/decision")
                .header("Content-Type", "application/json")
                .header("If-Match", claim.headers().firstValue("ETag").orElse(""))
                .POST(
                    BodyPublishers.ofString(
                        "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}]}"
                            .formatted(itemId))));
    if (decision.statusCode() != OK) {
      throw new IOException("The case cannot be refused: " + decision.body());
    }
  }
}
