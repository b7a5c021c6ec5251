package org.writ.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Very many claimers at a time, each claiming the most urgent case until nothing is left. */
final class ClaimRace {

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final int CLAIMED = 200;
  private static final int NOTHING_LEFT = 204;

  private ClaimRace() {}

  /**
   * What came out.
   *
   * @param claims all cases that were given out
   * @param different how many different ones they are
   * @param others answers by status, but for those that are expected
   * @param seconds how long it took
   */
  record Outcome(int claims, int different, Map<Integer, Integer> others, double seconds) {}

  /** Lets claimers claim, as these reviewers by turns. */
  static Outcome run(List<Calls> reviewers, int claimers)
      throws InterruptedException, ExecutionException {
    List<Callable<List<HttpResponse<String>>>> calls =
        IntStream.range(0, claimers)
            .mapToObj(number -> reviewers.get(number % reviewers.size()))
            .map(reviewer -> (Callable<List<HttpResponse<String>>>) () -> claim(reviewer))
            .toList();
    var answers = new ArrayList<HttpResponse<String>>();
    long begun = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<HttpResponse<String>>> call : threads.invokeAll(calls)) {
        answers.addAll(call.get());
      }
    }
    return outcome(answers, (System.nanoTime() - begun) / 1e9);
  }

  private static List<HttpResponse<String>> claim(Calls reviewer)
      throws IOException, InterruptedException {
    var answers = new ArrayList<HttpResponse<String>>();
    do {
      answers.add(reviewer.post("/v1/cases/claims"));
    } while (answers.getLast().statusCode() == CLAIMED);
    return answers;
  }

  private static Outcome outcome(List<HttpResponse<String>> answers, double seconds) {
    var different = new HashSet<String>();
    var others = new HashMap<Integer, Integer>();
    int claims = 0;
    for (HttpResponse<String> answer : answers) {
      Matcher id = ID.matcher(answer.body());
      if (answer.statusCode() == CLAIMED && id.find()) {
        claims++;
        different.add(id.group(1));
      } else if (answer.statusCode() != NOTHING_LEFT) {
        others.merge(answer.statusCode(), 1, Integer::sum);
      }
    }
    return new Outcome(claims, different.size(), others, seconds);
  }
}
