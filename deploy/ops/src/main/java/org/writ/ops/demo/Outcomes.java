package org.writ.ops.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How all requests of a run ended.
 *
 * @param all one for each request
 */
public record Outcomes(List<Outcome> all) {

  private static final int SHOWN = 10;

  /** Keeps a copy. */
  public Outcomes {
    all = List.copyOf(all);
  }

  /** Ids of the requests that intake accepted. */
  public Set<String> accepted() {
    return all.stream()
        .flatMap(outcome -> outcome.id().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Number of requests with this last status. */
  public long with(String status) {
    return all.stream().filter(outcome -> outcome.status().equals(status)).count();
  }

  /** Whether every request came to an end, and to the right one. */
  public boolean isAsItShouldBe() {
    return all.stream().allMatch(outcome -> outcome.isFinal() && outcome.isAsExpected());
  }

  /** A line for each country, process and status, and the sums. */
  public String table() {
    Map<String, Long> lines =
        all.stream()
            .collect(Collectors.groupingBy(Outcomes::line, TreeMap::new, Collectors.counting()));
    Map<String, Long> sums =
        all.stream()
            .collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.counting()));
    StringBuilder table =
        new StringBuilder("country  process             status          requests%n".formatted());
    lines.forEach((line, count) -> table.append("%s%8d%n".formatted(line, count)));
    table.append("%n".formatted());
    sums.forEach(
        (status, count) -> table.append("%-29s%-16s%8d%n".formatted("", words(status), count)));
    return table.append("%-29s%-16s%8d%n".formatted("", "all", all.size())).toString();
  }

  /** What is not as it should be: the first ten, a line each. */
  public String faults() {
    return all.stream()
        .filter(outcome -> !outcome.isFinal() || !outcome.isAsExpected())
        .limit(SHOWN)
        .map(Outcomes::fault)
        .collect(Collectors.joining());
  }

  private static String line(Outcome outcome) {
    return "%-9s%-20s%-16s"
        .formatted(
            outcome.request().agency().country(),
            outcome.request().process(),
            words(outcome.status()));
  }

  private static String words(String status) {
    return Character.isDigit(status.charAt(0)) ? "not taken: " + status : status;
  }

  private static String fault(Outcome outcome) {
    return "request %d (%s, id %s): %s, expected %s%n"
        .formatted(
            outcome.request().number(),
            outcome.request().kind(),
            outcome.id().orElse("none"),
            outcome.status(),
            String.join(" or ", outcome.request().kind().ends()));
  }
}
