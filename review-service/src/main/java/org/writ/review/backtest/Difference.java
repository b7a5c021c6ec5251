package org.writ.review.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;
import org.writ.review.casework.CaseView;

/**
 * A finding that one analysis has and the other has not. Two are the same if they are of the same
 * rule, weigh the same, justify the same refusal and are about the same item; other words or
 * another source make no difference to a decision, nor do the facts by themselves.
 *
 * @param rule of the tested policy if it is added, of the policy that analysed the case if not
 * @param ground null of a finding that justifies no refusal
 * @param itemId null if it is about the whole request
 * @param facts that the finding rests on, as they were, or are, analysed
 */
@Schema(name = "BacktestDifference")
public record Difference(
    String rule,
    String severity,
    @Nullable String ground,
    @Nullable String itemId,
    List<CaseView.FactUsed> facts) {

  /** What makes two findings the same. */
  private record Weight(
      String rule, Severity severity, @Nullable String ground, @Nullable String itemId) {

    private static Weight of(Finding finding) {
      return new Weight(
          finding.getRule(), finding.getSeverity(), finding.getGround(), finding.getItemId());
    }
  }

  private static Difference of(Finding finding) {
    return new Difference(
        finding.getRule(),
        finding.getSeverity().name(),
        finding.getGround(),
        finding.getItemId(),
        CaseView.FactUsed.of(finding.getFacts()));
  }

  /** What stands in one analysis and, as often, not in the other; in order. */
  static List<Difference> between(List<Finding> one, List<Finding> other) {
    var left = new HashMap<Weight, Integer>();
    other.forEach(finding -> left.merge(Weight.of(finding), 1, Integer::sum));
    var differences = new ArrayList<Difference>();
    for (Finding finding : one) {
      Weight weight = Weight.of(finding);
      int same = left.getOrDefault(weight, 0);
      if (same == 0) {
        differences.add(of(finding));
      } else {
        left.put(weight, same - 1);
      }
    }
    return List.copyOf(differences);
  }
}
