package org.writ.review.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Finding;

/**
 * A finding that one analysis has and the other has not. Two are the same if they are of the same
 * rule, weigh the same, justify the same refusal and are about the same item; other words or
 * another source make no difference to a decision.
 *
 * @param rule of the tested policy if it is added, of the policy that analysed the case if not
 * @param ground null of a finding that justifies no refusal
 * @param itemId null if it is about the whole request
 */
@Schema(name = "BacktestDifference")
record Difference(String rule, String severity, @Nullable String ground, @Nullable String itemId) {

  static Difference of(Finding finding) {
    return new Difference(
        finding.getRule(), finding.getSeverity().name(), finding.getGround(), finding.getItemId());
  }

  /** What stands in one analysis and, as often, not in the other; in order. */
  static List<Difference> between(List<Finding> one, List<Finding> other) {
    var left = new HashMap<Difference, Integer>();
    other.forEach(finding -> left.merge(of(finding), 1, Integer::sum));
    var differences = new ArrayList<Difference>();
    for (Finding finding : one) {
      Difference found = of(finding);
      int same = left.getOrDefault(found, 0);
      if (same == 0) {
        differences.add(found);
      } else {
        left.put(found, same - 1);
      }
    }
    return List.copyOf(differences);
  }
}
