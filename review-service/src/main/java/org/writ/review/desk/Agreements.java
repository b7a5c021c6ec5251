package org.writ.review.desk;

import java.util.List;
import java.util.Locale;
import org.writ.pages.Frame;
import org.writ.review.quality.Agreement;

/**
 * How often second reviews agree, as the supervisor's view shows it.
 *
 * @param countries by the agency's country
 * @param processes by the legal process
 * @param people by the opaque id of who decided
 */
record Agreements(List<Agreement> countries, List<Agreement> processes, List<Agreement> people) {

  private static final float ALL = 100f;

  /**
   * Decisions that have something in common.
   *
   * @param percent share of agreement among those that were reviewed; empty if none was
   */
  record Line(String name, long drawn, long reviewed, long agreed, String percent) {}

  /** By country. */
  List<Line> countries(Frame f) {
    Locale locale = f.w().language().locale();
    return countries.stream()
        .map(line -> line(line, Locale.of("", line.key()).getDisplayCountry(locale)))
        .toList();
  }

  /** By process. */
  List<Line> processes(Frame f) {
    return processes.stream().map(line -> line(line, f.w().of("process", line.key()))).toList();
  }

  /** By person. */
  List<Line> people(Frame f, String reader) {
    return people.stream().map(line -> line(line, People.name(f.w(), reader, line.key()))).toList();
  }

  private static Line line(Agreement counted, String name) {
    return new Line(
        name,
        counted.drawn(),
        counted.reviewed(),
        counted.agreed(),
        counted.reviewed() == 0
            ? ""
            : Math.round(ALL * counted.agreed() / counted.reviewed()) + " %");
  }
}
