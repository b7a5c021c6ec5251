package org.writ.review.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.FactUsed;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;
import org.writ.review.jurisdiction.Jurisdiction;

/**
 * Runs a policy over the open part of a request. Pure: the same policy and request give the same
 * findings in the same order, first those about the request, then item by item, each in the order
 * of the policy's rules. A finding tells the facts that its rule looked at. It explains and never
 * decides.
 *
 * <p>Of a request with more than {@value #MOST_SINGLE_ITEMS} items nobody reads findings item by
 * item: there a rule gives one finding about the request that says how many items it is about,
 * after the others, in the order of the rules. It binds an approval of any of them. Only a blocking
 * finding that is not about every item stays with its items, because the others may be approved: as
 * long as the event has room for them, in the order of the rules. One finding about many items
 * tells those facts alone that are the same for all of them, and one of many about single items
 * none.
 */
public final class LegalAnalysis {

  /** Most items of a request whose findings are told item by item. */
  static final int MOST_SINGLE_ITEMS = 1_000;

  /**
   * Most bytes of the findings about single items of a request with more than that. Beside them an
   * event holds the items themselves and what is sealed about them.
   */
  private static final long ROOM_BYTES = 16L << 20;

  /**
   * What a finding about an item takes besides its texts: the item's id, lengths, an empty list.
   */
  private static final long ONE_ITEM_BYTES = 64;

  private final Policy policy;
  private final RequestSubmitted request;
  private final Jurisdiction jurisdiction;
  private final Map<String, Object> facts;
  private final Map<Question, List<Fired>> firing = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long room = ROOM_BYTES;

  /**
   * All that a rule can tell items apart by. Of very many items most ask the same, which is
   * answered once.
   */
  private record Question(
      String identifierType,
      List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /**
   * A rule that fires.
   *
   * @param facts what it looked at
   */
  private record Fired(Rule rule, List<FactUsed> facts) {}

  private LegalAnalysis(Policy policy, Jurisdiction jurisdiction, RequestSubmitted request) {
    this.policy = policy;
    this.request = request;
    this.jurisdiction = jurisdiction;
    this.facts = Facts.ofRequest(policy, jurisdiction, request);
  }

  /**
   * What the policy finds.
   *
   * @param jurisdiction the safeguards that count for the request's country; what rests on them
   *     cites their edition
   * @throws UnanswerableRule if a rule cannot be evaluated over this request. A case must not be
   *     decided upon half an analysis.
   */
  public static List<Finding> of(
      Policy policy, Jurisdiction jurisdiction, RequestSubmitted request) {
    var analysis = new LegalAnalysis(policy, jurisdiction, request);
    analysis.aboutRequest();
    if (request.getItems().size() > MOST_SINGLE_ITEMS) {
      analysis.aboutManyItems();
    } else {
      analysis.aboutItems();
    }
    return List.copyOf(analysis.findings);
  }

  private void aboutRequest() {
    for (Rule rule : policy.rules(Scope.REQUEST)) {
      if (fires(rule, facts)) {
        findings.add(
            rule.finding(citation(rule), null, Facts.used(rule.condition().factsUsed(), facts)));
      }
    }
  }

  private void aboutItems() {
    for (RequestedItem item : request.getItems()) {
      firing(item).forEach(fired -> findings.add(about(item.getItemId(), fired)));
    }
  }

  private Finding about(String itemId, Fired fired) {
    return fired.rule().finding(citation(fired.rule()), itemId, fired.facts());
  }

  private void aboutManyItems() {
    var hits = new HashMap<Rule, List<String>>();
    for (RequestedItem item : request.getItems()) {
      for (Fired fired : firing(item)) {
        hits.computeIfAbsent(fired.rule(), _ -> new ArrayList<>()).add(item.getItemId());
      }
    }
    for (Rule rule : policy.rules(Scope.ITEM)) {
      aboutManyItems(rule, hits.getOrDefault(rule, List.of()));
    }
  }

  private void aboutManyItems(Rule rule, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    int all = request.getItems().size();
    Finding about = rule.finding(citation(rule), items.size(), all, sameForAll(rule));
    long bytes = items.size() * bytes(about);
    if (rule.severity() == Severity.BLOCKING && items.size() < all && bytes <= room) {
      room -= bytes;
      items.forEach(item -> findings.add(rule.finding(citation(rule), item, List.of())));
    } else {
      findings.add(about);
    }
  }

  /** What the same finding takes about one item, at most. */
  private static long bytes(Finding finding) {
    return ONE_ITEM_BYTES
        + Stream.of(
                finding.getRule(),
                finding.getCitation(),
                finding.getSentence(),
                Objects.requireNonNullElse(finding.getGround(), ""))
            .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
            .sum();
  }

  private List<FactUsed> sameForAll(Rule rule) {
    return Facts.used(
        rule.condition().factsUsed().stream()
            .filter(fact -> fact.scope() == Scope.REQUEST)
            .toList(),
        facts);
  }

  /** The rules about items that fire for one, in their order. */
  private List<Fired> firing(RequestedItem item) {
    var question =
        new Question(
            item.getIdentifierType(),
            List.copyOf(item.getDataTypes()),
            item.getFrom(),
            item.getTo());
    return firing.computeIfAbsent(
        question,
        _ -> {
          Map<String, Object> itemFacts = Facts.ofItem(policy, request, facts, item);
          return policy.rules(Scope.ITEM).stream()
              .filter(rule -> fires(rule, itemFacts))
              .map(rule -> new Fired(rule, Facts.used(rule.condition().factsUsed(), itemFacts)))
              .toList();
        });
  }

  /** The rule's source, and the country's safeguards if what fired rests on them. */
  private String citation(Rule rule) {
    return jurisdiction.edition() > 0 && rule.condition().refersTo(safeguardsSaid())
        ? rule.citation() + "; " + jurisdiction.citation()
        : rule.citation();
  }

  private Set<String> safeguardsSaid() {
    var said =
        new HashSet<>(
            Set.of(
                Fact.ESCALATION.word(),
                Fact.COUNTRY_REFUSED.word(),
                Fact.OFFENCE_REFUSED.word(),
                Fact.DUAL_CRIMINALITY.word(),
                Fact.NARROW_READING.word()));
    if (jurisdiction.safeguards().getMostItems() != null) {
      said.add(Fact.MOST_ITEMS.word());
    }
    if (jurisdiction.safeguards().getMostPeriodDays() != null) {
      said.add(Fact.MOST_PERIOD_DAYS.word());
    }
    return said;
  }

  private boolean fires(Rule rule, Map<String, Object> facts) {
    try {
      return rule.condition().holds(facts);
    } catch (Condition.Unanswerable e) {
      throw new UnanswerableRule(policy, rule, e);
    }
  }
}
