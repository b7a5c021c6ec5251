package org.writ.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How fast the queue of very many open cases is, beside a call of the same service that does
 * nothing but sign the caller in: for the API an id that is none (404 before the database is
 * asked), for the pages the one on which nothing is shown but settings. One call at a time, in
 * turns.
 */
final class QueueSpeed {

  private static final double MAX_P99 = 2;
  private static final String EMPTY_CALL = "/v1/cases/none";
  private static final String EMPTY_PAGE = "/desk/comfort";
  private static final int OK = 200;
  private static final int UNKNOWN = 404;
  private static final int PAGE = 200;
  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  private final Calls api;
  private final Calls pages;
  private final Map<String, Measured> measured = new LinkedHashMap<>();

  /**
   * Something that is measured.
   *
   * @param status of its answers
   */
  private record Measured(
      Calls calls, String path, int status, @Nullable String beside, List<Round> rounds) {}

  QueueSpeed(Calls api, Calls pages) {
    this.api = api;
    this.pages = pages;
  }

  /**
   * Says what is measured.
   *
   * @param open how many cases are open: the deep page begins after half of them
   */
  void prepare(int open) throws IOException, InterruptedException {
    String deep = cursorAfter(open / 2);
    add("empty call", api, EMPTY_CALL, UNKNOWN, null);
    add("queue", api, "/v1/cases", OK, "empty call");
    add("queue, country", api, "/v1/cases?country=FR", OK, "empty call");
    add("queue, open", api, "/v1/cases?status=OPEN", OK, "empty call");
    add("queue, urgent", api, "/v1/cases?urgency=URGENT", OK, "empty call");
    add("queue, normal", api, "/v1/cases?urgency=NORMAL", OK, "empty call");
    add("queue, deep", api, "/v1/cases?cursor=" + deep, OK, "empty call");
    add("empty page", pages, EMPTY_PAGE, OK, null);
    add("desk", pages, "/desk", OK, "empty page");
    add("desk, due", pages, "/desk?tab=due", OK, "empty page");
    add("desk, country", pages, "/desk?country=FR", OK, "empty page");
    add("desk, search", pages, "/desk?q=town+77", OK, "empty page");
    add("desk, deep", pages, "/desk?cursor=" + deep, OK, "empty page");
  }

  private void add(String name, Calls calls, String path, int status, @Nullable String beside) {
    measured.put(name, new Measured(calls, path, status, beside, new ArrayList<>()));
  }

  private String cursorAfter(int cases) throws IOException, InterruptedException {
    String cursor = "";
    for (int seen = 0; seen < cases; seen += PAGE) {
      String from = cursor.isEmpty() ? "" : "&cursor=" + cursor;
      Matcher next = CURSOR.matcher(api.get("/v1/cases?limit=" + PAGE + from).body());
      if (!next.find()) {
        throw new IOException("The queue ends after %d cases".formatted(seen));
      }
      cursor = next.group(1);
    }
    return cursor;
  }

  /** Calls all of it, so that it is compiled, and keeps no figures. */
  void warmUp(int calls) throws IOException, InterruptedException {
    for (Measured one : measured.values()) {
      one.calls().round(one.path(), one.status(), calls);
    }
  }

  /** Measures all of it once. */
  void round(int number, int calls) throws IOException, InterruptedException {
    for (var one : measured.entrySet()) {
      Measured what = one.getValue();
      what.rounds().add(what.calls().round(what.path(), what.status(), calls));
      System.out.printf("round %d    %-16s %s%n", number, one.getKey(), what.rounds().getLast());
    }
  }

  /** Says how each compares with its empty call. */
  void report(Verdicts verdicts) {
    System.out.println();
    measured.forEach(
        (name, one) -> System.out.printf("%-20s %s%n", name, Round.median(one.rounds())));
    measured.forEach(
        (name, one) -> {
          Measured beside = one.beside() == null ? null : measured.get(one.beside());
          if (beside != null) {
            verdicts.atMost(
                "%s / %s, p99".formatted(name, one.beside()),
                Round.median(one.rounds()).p99() / Round.median(beside.rounds()).p99(),
                MAX_P99);
          }
        });
  }
}
