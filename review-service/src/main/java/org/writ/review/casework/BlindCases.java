package org.writ.review.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.ItemDecision;
import org.writ.review.conflict.Conflicts;
import org.writ.review.policy.PolicyRegister;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/**
 * Decided cases for somebody who decides them a second time without knowing how they were decided.
 * Nothing here changes a case. Works in the current transaction.
 */
@ApplicationScoped
public class BlindCases {

  private final CaseRows rows;
  private final CaseItems items;
  private final CaseViews views;
  private final PolicyRegister policies;
  private final Conflicts conflicts;
  private final CaseKeys keys;
  private final LargeDecisions large;
  private final ObjectMapper json;

  BlindCases(
      CaseRows rows,
      CaseItems items,
      CaseViews views,
      PolicyRegister policies,
      Conflicts conflicts,
      CaseKeys keys,
      LargeDecisions large,
      ObjectMapper json) {
    this.rows = rows;
    this.items = items;
    this.views = views;
    this.policies = policies;
    this.conflicts = conflicts;
    this.keys = keys;
    this.large = large;
    this.json = json;
  }

  /**
   * What somebody would have decided, read from a body.
   *
   * @param proposed as far as it could be read
   */
  public record Opinion(ProposedDecision proposed) {}

  /**
   * A second decision beside the first.
   *
   * @param items what the second person decides, in the order of the request
   * @param first what was decided, in the same order
   * @param details the second person's reasons among them; null if the case's key is erased
   */
  public record Compared(
      CaseOutcome outcome,
      List<ItemDecision> items,
      List<ItemDecision> first,
      @Nullable DecisionDetails details) {}

  /** Reads the body of a decision; its faults are named when it is decided upon. */
  public Opinion read(InputStream body) {
    return new Opinion(DecisionReader.read(json, body, large.bounds(0L)));
  }

  /**
   * Those of some decisions that a person may review: they are in no conflict about the agency, and
   * had nothing to do with the case since anything was decided or proposed about it.
   *
   * @param decisions ce_ids of their events, by the id of the case
   * @return ids of the cases
   */
  public Set<String> blind(Map<String, String> decisions, String person) {
    if (decisions.isEmpty()) {
      return Set.of();
    }
    var blind = new HashSet<>(rows.decidedByOthers(decisions, person, conflicts.of(person)));
    blind.removeAll(rows.withSeenDecision(decisions.keySet(), person));
    return Set.copyOf(blind);
  }

  /** Whether a person may review a decision; see {@link #blind}. */
  public boolean isBlind(String caseId, String decision, String person) {
    return !blind(Map.of(caseId, decision), person).isEmpty();
  }

  /**
   * Those of some cases whose decision only a senior reviewer can review, because it overrides a
   * finding: anybody else would have to refuse what the finding is about, whatever they think.
   */
  public Set<String> forSeniors(Set<String> caseIds) {
    return caseIds.isEmpty() ? Set.of() : rows.overriding(caseIds);
  }

  /** Whether a person has, or had, a part in deciding a case. */
  public boolean hasPart(String caseId, String person) {
    return rows.hasPart(caseId, person);
  }

  /**
   * The grounds on which a decision refused items, whether it stands or was appealed against since.
   *
   * @param decision ce_id of its event
   * @return by the id of the item
   */
  public Map<String, String> grounds(String caseId, String decision) {
    Appealing.Former made = rows.findByIdOptional(caseId).orElseThrow().decision();
    if (made == null || !made.id().equals(decision)) {
      return items.formerGrounds(caseId, decision);
    }
    var grounds = new HashMap<String, String>();
    for (ItemRow item : items.of(caseId)) {
      ItemDecision decided = item.decision();
      if (decided != null && decided.getGround() != null) {
        grounds.put(item.itemId(), decided.getGround());
      }
    }
    return Map.copyOf(grounds);
  }

  /**
   * Whether what a case says about persons is erased. Its items could only be refused then, which
   * says nothing about the decision.
   */
  public boolean isErased(String caseId) {
    return details(rows.findByIdOptional(caseId).orElseThrow()).isEmpty();
  }

  private Optional<CaseDetails> details(CaseRow row) {
    return row.sealedDetails().flatMap(part -> keys.open(part, CaseDetails.class));
  }

  /**
   * The case without what was decided, proposed, objected or appealed, and without its later steps.
   */
  public CaseView view(String caseId, Instant now) {
    CaseRow row = rows.findByIdOptional(caseId).orElseThrow();
    return views.of(row, now).blind(CaseRows.DECIDED);
  }

  /**
   * What the second person decides, held to all that the first had to keep.
   *
   * @param decision ce_id of the first decision's event
   * @param leaseUntil when the second person's claim lapses
   * @throws CaseConflict see {@link Deciding#decide}; or if the decision stands no longer, or the
   *     person has seen it
   * @throws InvalidDecision see {@link Deciding#decide}
   */
  public Compared compare(
      String caseId,
      String decision,
      Opinion opinion,
      Actor reviewer,
      Instant leaseUntil,
      Instant now) {
    CaseRow row = rows.findByIdOptional(caseId).orElseThrow();
    if (!isBlind(caseId, decision, reviewer.id())) {
      throw new CaseConflict(
          "The decision stands no longer, or you have seen it; another person reviews it.");
    }
    if (!opinion.proposed().overrides().isEmpty()
        && !reviewer.role().equals(Roles.SENIOR_REVIEWER)) {
      throw Problems.forbidden("Only a senior reviewer overrides a finding.");
    }
    CaseOpened file = rows.opened(row);
    var standing =
        new Standing(
            new CaseState.Claimed(reviewer.id(), leaseUntil),
            new Matter(null, null, null, row.callBack, Set.of()));
    NewEvent event =
        Deciding.decide(
            standing,
            file,
            // Whether it would be a proposal makes no difference here.
            false,
            details(row).orElse(null),
            policies.forDecision(file),
            opinion.proposed(),
            reviewer.id(),
            now);
    List<ItemDecision> first =
        items.of(caseId).stream().map(ItemRow::decision).filter(Objects::nonNull).toList();
    DecisionDetails details = (DecisionDetails) event.personal();
    return switch (event.data()) {
      case CaseDecided decided ->
          new Compared(decided.getOutcome(), decided.getItems(), first, details);
      case DecisionProposed proposed ->
          new Compared(proposed.getOutcome(), proposed.getItems(), first, details);
      default -> throw new IllegalStateException("A decision is decided or proposed");
    };
  }
}
