package org.writ.review.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.Finding;

/**
 * Runs a policy over the open part of a request. Pure: the same policy and request give the same
 * findings in the same order, first those about the request, then item by item, each in the order
 * of the policy's rules. It explains and never decides.
 */
public final class LegalAnalysis {

  private LegalAnalysis() {}

  /**
   * What the policy finds.
   *
   * @throws IllegalStateException if a rule cannot be evaluated over this request; it names the
   *     rule. A case must not be decided upon half an analysis.
   */
  public static List<Finding> of(Policy policy, RequestSubmitted request) {
    Map<String, Object> facts = Facts.ofRequest(policy, request);
    var findings = new ArrayList<Finding>();
    for (Rule rule : policy.rules(Scope.REQUEST)) {
      if (fires(policy, rule, facts)) {
        findings.add(rule.finding(null));
      }
    }
    List<Rule> itemRules = policy.rules(Scope.ITEM);
    for (RequestedItem item : request.getItems()) {
      Map<String, Object> itemFacts = Facts.ofItem(policy, request, facts, item);
      for (Rule rule : itemRules) {
        if (fires(policy, rule, itemFacts)) {
          findings.add(rule.finding(item.getItemId()));
        }
      }
    }
    return List.copyOf(findings);
  }

  private static boolean fires(Policy policy, Rule rule, Map<String, Object> facts) {
    try {
      return rule.condition().holds(facts);
    } catch (Condition.Unanswerable e) {
      throw new IllegalStateException(
          "Policy %s, rule %s cannot be evaluated: %s"
              .formatted(policy.id(), rule.id(), e.getMessage()),
          e);
    }
  }
}
