package org.writ.transparency.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.writ.transparency.report.Counts;
import org.writ.transparency.report.Measure;
import org.writ.transparency.report.Period;
import org.writ.transparency.report.Report;

/**
 * A report as the pages show it: words and written numbers, so that the templates only place them.
 *
 * @param period in addresses, such as {@code 2026-Q3}
 * @param spoken in text, such as {@code Q3 2026}
 * @param days its first and last day
 * @param state whether it may still change
 * @param sentence the report in a sentence
 * @param empty whether no request was received
 * @param figures the totals
 * @param columns headings of the tables, after the first
 * @param countries most requests first
 * @param processes most requests first
 * @param totals the numbers of all requests
 * @param definitions what each number counts
 * @param treeSize number of events that the numbers were computed from
 * @param rootHash root of the tree of these events
 */
record ReportView(
    String period,
    String spoken,
    String days,
    State state,
    String sentence,
    boolean empty,
    List<Figure> figures,
    List<String> columns,
    List<Row> countries,
    List<Row> processes,
    List<String> totals,
    List<Measure> definitions,
    String treeSize,
    String rootHash) {

  /** A word with a shape; {@code style} names the shape in the stylesheet. */
  record State(String word, String style) {

    static State of(Report.Status status) {
      return switch (status) {
        case RUNNING -> new State("Running: numbers still change", "still");
        case DRAFT -> new State("Draft: over, not yet published", "part");
        case PUBLISHED -> new State("Published", "good");
      };
    }
  }

  /** A number with its name. */
  record Figure(String title, String value) {}

  /** A line of a table. */
  record Row(String name, List<String> numbers) {}

  static ReportView of(Report report, Period period) {
    return new ReportView(
        report.period(),
        period.spoken(),
        Wording.days(period),
        State.of(report.status()),
        Wording.sentence(report, period),
        report.totals().received() == 0,
        figures(report.totals()),
        Arrays.stream(Measure.values()).map(Measure::title).toList(),
        report.countries().stream()
            .map(row -> new Row(Wording.country(row.country()), numbers(row.counts())))
            .toList(),
        report.processes().stream()
            .map(row -> new Row(Wording.process(row.process()), numbers(row.counts())))
            .toList(),
        numbers(report.totals()),
        List.of(Measure.values()),
        Wording.number(report.checkpoint().treeSize()),
        report.checkpoint().rootHash());
  }

  private static List<Figure> figures(Counts totals) {
    var figures = new ArrayList<Figure>();
    for (Measure measure : Measure.values()) {
      figures.add(new Figure(measure.title(), Wording.number(totals.get(measure))));
    }
    return List.copyOf(figures);
  }

  private static List<String> numbers(Counts counts) {
    return counts.all().stream().map(Wording::number).toList();
  }
}
