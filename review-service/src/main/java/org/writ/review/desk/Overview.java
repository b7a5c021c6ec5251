package org.writ.review.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseFigures.Ages;
import org.writ.review.casework.CaseFigures.Deadlines;
import org.writ.review.casework.CaseFigures.Figures;
import org.writ.review.casework.CaseFigures.Load;
import org.writ.review.casework.CaseFigures.SecondPersons;

/**
 * The figures as their page shows them: numbers in tables, of which scripts draw charts.
 *
 * @param f the frame
 * @param reader opaque id of whoever looks
 * @param days how far back decisions count
 * @param figures what they are
 * @param agreement how often second reviews agree
 */
record Overview(Frame f, String reader, int days, Figures figures, Agreements agreement) {

  /** A number with its name. */
  record Bar(String label, int value) {}

  /** What somebody has to do and did. */
  record Work(String person, int held, int decided) {}

  /** How decisions came out. */
  record Line(String name, int decided, int refused, int partly, int percent) {}

  /** Who has what to do. */
  public List<Work> workload() {
    return figures.workload().stream().map(this::work).toList();
  }

  private Work work(Load load) {
    return new Work(People.name(f.w(), reader, load.person()), load.held(), load.decided());
  }

  /** How long cases wait. */
  public List<Bar> ages() {
    Ages ages = figures.ages();
    return List.of(
        bar("age.day", ages.day()),
        bar("age.threeDays", ages.threeDays()),
        bar("age.week", ages.week()),
        bar("age.twoWeeks", ages.twoWeeks()),
        bar("age.longer", ages.longer()));
  }

  /** How much of their time is left. */
  public List<Bar> deadlines() {
    Deadlines deadlines = figures.deadlines();
    return List.of(
        bar("urgency.LATE", deadlines.late()),
        bar("urgency.URGENT", deadlines.urgent()),
        bar("urgency.DUE_SOON", deadlines.dueSoon()),
        bar("urgency.NORMAL", deadlines.normal()));
  }

  private Bar bar(String key, int value) {
    return new Bar(f.w().t(key), value);
  }

  /** Cases that wait. */
  public int waiting() {
    return deadlines().stream().mapToInt(Bar::value).sum();
  }

  /** Cases of which less than a fifth of the time is left, or none. */
  public int atRisk() {
    return figures.deadlines().late() + figures.deadlines().urgent();
  }

  /** Decisions of the time that is looked at. */
  public int decided() {
    return figures.decided();
  }

  /** Fewer decisions than these are not shown by country and agency; 1 if all are. */
  public int fewest() {
    return figures.fewest();
  }

  /** By country. */
  public List<Line> countries() {
    return lines(
        figures.countries().stream()
            .map(
                line ->
                    new Line(
                        Locale.of("", line.name()).getDisplayCountry(f.w().language().locale()),
                        line.decided(),
                        line.refused(),
                        line.partly(),
                        line.percent())));
  }

  /** By agency. */
  public List<Line> agencies() {
    return lines(
        figures.agencies().stream()
            .map(
                line ->
                    new Line(
                        line.name(),
                        line.decided(),
                        line.refused(),
                        line.partly(),
                        line.percent())));
  }

  private static List<Line> lines(Stream<Line> lines) {
    return lines.toList();
  }

  /** What second persons said. */
  public SecondPersons second() {
    return figures.second();
  }

  /** Agreement of second reviews by country. */
  public List<Agreements.Line> agreedByCountry() {
    return agreement.countries(f);
  }

  /** The same by process. */
  public List<Agreements.Line> agreedByProcess() {
    return agreement.processes(f);
  }

  /** The same by who decided. */
  public List<Agreements.Line> agreedByPerson() {
    return agreement.people(f, reader);
  }
}
