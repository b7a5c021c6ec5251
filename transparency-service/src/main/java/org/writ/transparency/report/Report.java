package org.writ.transparency.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.writ.transparency.facts.Tally;
import org.writ.transparency.ledger.TreeHead;

/**
 * The numbers of a period, at a checkpoint: a pure function of the events up to there. JSON shows
 * it as it is.
 *
 * @param period which quarter, half-year or year
 * @param status whether it may still change
 * @param from first moment of the period
 * @param to first moment after it
 * @param checkpoint the tree of events that the numbers were computed from
 * @param suppression how small numbers are treated
 * @param totals over all requests
 * @param countries by country of the agency, most requests first
 * @param processes by legal process, most requests first
 * @param cells by country and process: what the other numbers are sums of
 * @param definitions what each number counts, by its name
 */
public record Report(
    String period,
    Status status,
    Instant from,
    Instant to,
    Tree checkpoint,
    Suppression suppression,
    Counts totals,
    List<Country> countries,
    List<Process> processes,
    @JsonIgnore List<Cell> cells,
    Map<String, String> definitions) {

  /** How final a report is. */
  public enum Status {
    /** The period is not over. */
    RUNNING,
    /** The period is over, and the report is not published. */
    DRAFT,
    /** Published, and no longer changed. */
    PUBLISHED
  }

  /** The checkpoint's size and root (standard base64). */
  public record Tree(long treeSize, String rootHash) {}

  /** How small numbers are treated. */
  public record Suppression(Kind kind) {

    /** Ways to treat small numbers. */
    public enum Kind {
      /** Every number is shown exactly. */
      NONE
    }
  }

  /** A country's numbers. */
  public record Country(String country, @JsonUnwrapped Counts counts) {}

  /** A legal process's numbers. */
  public record Process(String process, @JsonUnwrapped Counts counts) {}

  /** The numbers of one legal process in one country. */
  public record Cell(String country, String process, Counts counts) {}

  private static final Map<String, String> DEFINITIONS = new LinkedHashMap<>();

  static {
    for (Measure measure : Measure.values()) {
      DEFINITIONS.put(measure.key(), measure.definition());
    }
  }

  /**
   * Computes a report.
   *
   * @param tallies what was counted of the requests received in the period
   * @param head the tree of whose events these are
   * @param status whether it may still change
   */
  static Report of(Period period, List<Tally> tallies, TreeHead head, Status status) {
    return new Report(
        period.toString(),
        status,
        period.from(),
        period.to(),
        new Tree(head.treeSize(), head.rootHash().base64()),
        new Suppression(Suppression.Kind.NONE),
        Counts.of(tallies),
        grouped(tallies, Tally::country, Country::new, Country::counts, Country::country),
        grouped(tallies, Tally::process, Process::new, Process::counts, Process::process),
        cells(tallies),
        DEFINITIONS);
  }

  private static <T> List<T> grouped(
      List<Tally> tallies,
      Function<Tally, String> key,
      BiFunction<String, Counts, T> row,
      Function<T, Counts> counts,
      Function<T, String> name) {
    return tallies.stream().collect(Collectors.groupingBy(key)).entrySet().stream()
        .map(group -> row.apply(group.getKey(), Counts.of(group.getValue())))
        .sorted(
            Comparator.comparing((T t) -> counts.apply(t).received())
                .reversed()
                .thenComparing(name))
        .toList();
  }

  private static List<Cell> cells(List<Tally> tallies) {
    return tallies.stream()
        .collect(Collectors.groupingBy(tally -> List.of(tally.country(), tally.process())))
        .entrySet()
        .stream()
        .map(
            group ->
                new Cell(
                    group.getKey().getFirst(),
                    group.getKey().getLast(),
                    Counts.of(group.getValue())))
        .sorted(Comparator.comparing(Cell::country).thenComparing(Cell::process))
        .toList();
  }
}
