package org.writ.review.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseView;

/**
 * A finding as a case's page shows it.
 *
 * @param number from 1; the first nine have a key
 * @param style of the severity, in the stylesheet
 * @param severity in a word
 * @param finding what was found
 * @param facts that it rests on
 * @param target where on the page it leads
 */
record FindingLine(
    int number,
    String style,
    String severity,
    CaseView.Finding finding,
    List<FactLine> facts,
    String target) {

  private static final int KEYS = 9;
  private static final List<String> ORDER = List.of("BLOCKING", "SECOND_PERSON", "NOTE");

  static List<FindingLine> of(Frame f, List<CaseView.Finding> findings, ItemPage page) {
    var sorted =
        findings.stream()
            .sorted(Comparator.comparingInt(finding -> ORDER.indexOf(finding.severity())))
            .toList();
    var lines = new ArrayList<FindingLine>();
    for (CaseView.Finding finding : sorted) {
      lines.add(
          new FindingLine(
              lines.size() + 1,
              style(finding.severity()),
              f.w().of("severity", finding.severity()),
              finding,
              FactLine.of(f, finding.facts()),
              target(finding, page)));
    }
    return List.copyOf(lines);
  }

  /** Whether it stands against an approval. */
  public boolean blocks() {
    return finding.severity().equals(ORDER.getFirst());
  }

  /** The key that leads to it; empty if it has none. */
  public String key() {
    return number <= KEYS ? Integer.toString(number) : "";
  }

  private static String style(String severity) {
    return switch (severity) {
      case "BLOCKING" -> "blocking";
      case "SECOND_PERSON" -> "second";
      default -> "note";
    };
  }

  private static String target(CaseView.Finding finding, ItemPage page) {
    return Optional.ofNullable(finding.itemId())
        .map(
            id ->
                page.items().stream().map(CaseView.Item::itemId).toList().indexOf(id)
                    + page.position())
        .map(place -> "item-" + place)
        .orElse("facts");
  }
}
