package org.writ.review.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.ForeseenDecision;

/**
 * A decision before it is sent: what is disclosed to whom.
 *
 * @param f the frame
 * @param c the case
 * @param foreseen what it comes to
 * @param lines of the first items
 * @param form what was typed
 * @param seen the state of the case that it was typed for
 * @param position of the page of items that it was typed on
 */
record Summary(
    Frame f,
    CaseView c,
    ForeseenDecision foreseen,
    List<Line> lines,
    DecisionForm form,
    long seen,
    int position) {

  /** Items that are shown. */
  private static final int MOST = 100;

  /** An item and what becomes of it. */
  record Line(String identifier, String type, boolean approved, String what, String period) {}

  static Summary of(
      Frame f,
      CaseView c,
      List<CaseView.Item> items,
      ForeseenDecision foreseen,
      DecisionForm form,
      long seen,
      int position) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < Math.min(MOST, items.size()); i++) {
      lines.add(line(f, items.get(i), foreseen.items().get(i)));
    }
    return new Summary(f, c, foreseen, List.copyOf(lines), form, seen, position);
  }

  private static Line line(Frame f, CaseView.Item item, ItemDecision decision) {
    boolean approved = decision.getOutcome() == ItemOutcome.APPROVED;
    return new Line(
        Optional.ofNullable(item.identifier().value()).orElseGet(() -> f.w().t("erased")),
        f.w().of("identifier", item.identifier().type()),
        approved,
        approved
            ? decision.getDataTypes().stream()
                .map(type -> f.w().of("dataType", type))
                .collect(Collectors.joining(", "))
            : f.w().of("ground", decision.getGround()),
        approved ? f.period(decision.getFrom(), decision.getTo()) : "");
  }

  /** Shape and colour of an outcome, in the stylesheet. */
  static String style(String outcome) {
    return switch (outcome) {
      case "APPROVED" -> "good";
      case "PARTLY_APPROVED" -> "part";
      case "REFUSED" -> "bad";
      default -> "still";
    };
  }

  /** Shape and colour of the outcome. */
  public String style() {
    return style(foreseen.outcome().name());
  }

  /** How many items are approved. */
  public long approved() {
    return foreseen.items().stream()
        .filter(item -> item.getOutcome() == ItemOutcome.APPROVED)
        .count();
  }

  /** How many are refused. */
  public long refused() {
    return foreseen.items().size() - approved();
  }

  /** Whether more items are decided than are shown. */
  public boolean cut() {
    return lines.size() < foreseen.items().size();
  }

  /** Everything that was typed. */
  public List<DecisionForm.Hidden> hidden() {
    return form.hidden(Set.of());
  }
}
