package org.writ.review.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

/**
 * Runs a policy over the open part of a request. Pure: the same policy and request give the same
 * findings in the same order, first those about the request, then item by item, each in the order
 * of the policy's rules. It explains and never decides.
 *
 * <p>Of a request with more than {@value #MOST_SINGLE_ITEMS} items nobody reads findings item by
 * item: there a rule gives one finding about the request that says how many items it is about,
 * after the others, in the order of the rules. It binds an approval of any of them. Only a blocking
 * finding that is not about every item stays with its items, because the others may be approved.
 */
public final class LegalAnalysis {

  /** Most items of a request whose findings are told item by item. */
  static final int MOST_SINGLE_ITEMS = 1_000;

  private final Policy policy;
  private final RequestSubmitted request;
  private final List<Finding> findings = new ArrayList<>();

  private LegalAnalysis(Policy policy, RequestSubmitted request) {
    this.policy = policy;
    this.request = request;
  }

  /**
   * What the policy finds.
   *
   * @throws IllegalStateException if a rule cannot be evaluated over this request; it names the
   *     rule. A case must not be decided upon half an analysis.
   */
  public static List<Finding> of(Policy policy, RequestSubmitted request) {
    var analysis = new LegalAnalysis(policy, request);
    Map<String, Object> facts = Facts.ofRequest(policy, request);
    analysis.aboutRequest(facts);
    if (request.getItems().size() > MOST_SINGLE_ITEMS) {
      analysis.aboutManyItems(facts);
    } else {
      analysis.aboutItems(facts);
    }
    return List.copyOf(analysis.findings);
  }

  private void aboutRequest(Map<String, Object> facts) {
    for (Rule rule : policy.rules(Scope.REQUEST)) {
      if (fires(rule, facts)) {
        findings.add(rule.finding(null));
      }
    }
  }

  private void aboutItems(Map<String, Object> facts) {
    List<Rule> rules = policy.rules(Scope.ITEM);
    for (RequestedItem item : request.getItems()) {
      Map<String, Object> itemFacts = Facts.ofItem(policy, request, facts, item);
      for (Rule rule : rules) {
        if (fires(rule, itemFacts)) {
          findings.add(rule.finding(item.getItemId()));
        }
      }
    }
  }

  private void aboutManyItems(Map<String, Object> facts) {
    var hits = new LinkedHashMap<Rule, List<String>>();
    policy.rules(Scope.ITEM).forEach(rule -> hits.put(rule, new ArrayList<>()));
    for (RequestedItem item : request.getItems()) {
      Map<String, Object> itemFacts = Facts.ofItem(policy, request, facts, item);
      hits.forEach(
          (rule, items) -> {
            if (fires(rule, itemFacts)) {
              items.add(item.getItemId());
            }
          });
    }
    int all = request.getItems().size();
    hits.forEach(
        (rule, items) -> {
          if (rule.severity() == Severity.BLOCKING && items.size() < all) {
            items.forEach(itemId -> findings.add(rule.finding(itemId)));
          } else if (!items.isEmpty()) {
            findings.add(rule.finding(items.size(), all));
          }
        });
  }

  private boolean fires(Rule rule, Map<String, Object> facts) {
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
