package org.writ.review.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseItem;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.Finding;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemExplanation;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.Severity;
import org.writ.review.casework.ProposedDecision.Verdict;
import org.writ.review.policy.Policy;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Faults;

/**
 * Decides a case item by item: never wider than what was asked, never a data type that the policy
 * does not name, every item once, refusals on a ground of the policy. Pure.
 */
final class Deciding {

  private final CaseOpened file;
  private final Policy policy;
  private final ProposedDecision proposed;
  private final Faults faults = new Faults();

  private Deciding(CaseOpened file, Policy policy, ProposedDecision proposed) {
    this.file = file;
    this.policy = policy;
    this.proposed = proposed;
  }

  /**
   * The decision.
   *
   * @param file the case as it was opened
   * @param details its sealed part; null if its key was erased. Then nobody knows whom it is about:
   *     items can only be refused, and the reviewer's reasons are not kept.
   * @throws CaseConflict if the reviewer does not hold the case, it is decided already, or a
   *     blocking finding stands against an item that is to be approved
   * @throws InvalidDecision if the body has faults; names all of them
   */
  static NewEvent decide(
      CaseState state,
      CaseOpened file,
      @Nullable CaseDetails details,
      Policy policy,
      ProposedDecision proposed,
      String reviewer,
      Instant now) {
    Claiming.requireHolder(state, reviewer, now);
    var deciding = new Deciding(file, policy, proposed);
    List<ItemDecision> items = deciding.items();
    deciding.refuseBlocked(items);
    CaseDecided decided =
        new CaseDecided(
            deciding.outcome(items),
            reviewer,
            file.getAgency(),
            file.getAgencyName(),
            file.getCountry(),
            file.getProcess(),
            file.getRegime(),
            file.getReceivedAt(),
            policy.reference(),
            items,
            file.getRecipientCertificate(),
            null,
            null);
    if (details != null) {
      return NewEvent.sealed(decided, deciding.details(details, items));
    }
    if (items.stream().anyMatch(Deciding::isApproved)) {
      throw new CaseConflict(
          "What the case says about persons is erased; its items can only be refused.");
    }
    return NewEvent.open(decided);
  }

  /** In the order of the request. */
  private List<ItemDecision> items() {
    Map<String, ProposedDecision.Item> byId = byItem();
    var decisions = new ArrayList<ItemDecision>();
    for (CaseItem asked : file.getItems()) {
      ProposedDecision.Item item = byId.get(asked.getItemId());
      if (item == null) {
        // An item that could not be read may be this one: the fault that is noted already is
        // enough.
        if (proposed.items().stream().allMatch(other -> other.itemId() != null)) {
          faults.add("/items", "item %s is not decided".formatted(asked.getItemId()));
        }
      } else if (item.verdict() == Verdict.APPROVE) {
        decisions.add(approval(asked, item));
      } else if (item.verdict() == Verdict.REFUSE) {
        decisions.add(refusal(asked, item));
      }
    }
    var all = new ArrayList<Fault>(proposed.faults());
    all.addAll(faults.all());
    if (!all.isEmpty()) {
      throw new InvalidDecision(all);
    }
    return List.copyOf(decisions);
  }

  private Map<String, ProposedDecision.Item> byItem() {
    var known = new HashSet<String>();
    file.getItems().forEach(item -> known.add(item.getItemId()));
    var byId = new HashMap<String, ProposedDecision.Item>();
    for (ProposedDecision.Item item : proposed.items()) {
      String id = item.itemId();
      if (id == null) {
        continue;
      }
      if (!known.contains(id)) {
        faults.add(item.pointer() + "/itemId", "is no item of this case");
      } else if (byId.putIfAbsent(id, item) != null) {
        faults.add(item.pointer() + "/itemId", "is decided twice");
      }
    }
    return byId;
  }

  private ItemDecision approval(CaseItem asked, ProposedDecision.Item item) {
    var scope = AskedScope.of(asked, file.getReceivedAt(), policy);
    checkDataTypes(asked, item);
    Instant from = Objects.requireNonNullElse(item.from(), scope.from());
    Instant to = Objects.requireNonNullElse(item.to(), scope.to());
    if (from.isBefore(scope.from())) {
      faults.add(item.pointer() + "/from", "is earlier than what was asked: " + scope.from());
    }
    if (to.isAfter(scope.to())) {
      faults.add(item.pointer() + "/to", "is later than what was asked: " + scope.to());
    }
    if (!from.isBefore(to)) {
      faults.add(item.pointer() + "/to", "leaves no period: it has to be later than " + from);
    }
    if (item.ground() != null) {
      faults.add(item.pointer() + "/ground", "belongs to a refusal only");
    }
    return new ItemDecision(
        asked.getItemId(),
        ItemOutcome.APPROVED,
        asked.getIdentifierType(),
        List.copyOf(item.dataTypes()),
        from,
        to,
        null);
  }

  private void checkDataTypes(CaseItem asked, ProposedDecision.Item item) {
    if (item.dataTypes().isEmpty()) {
      faults.add(item.pointer() + "/dataTypes", "must name at least one to approve the item");
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < item.dataTypes().size(); i++) {
      String type = item.dataTypes().get(i);
      String pointer = item.pointer() + "/dataTypes/" + i;
      if (!seen.add(type)) {
        faults.add(pointer, "is there twice");
      } else if (!asked.getDataTypes().contains(type)) {
        faults.add(pointer, "was not asked for");
      } else if (!policy.mayBeDisclosed().contains(type)) {
        faults.add(pointer, "may not be disclosed under policy " + policy.id());
      }
    }
  }

  private ItemDecision refusal(CaseItem asked, ProposedDecision.Item item) {
    String ground = item.ground();
    if (ground == null || !policy.grounds().containsKey(ground)) {
      // A ground of the wrong type was noted when the body was read.
      if (proposed.faults().stream()
          .noneMatch(f -> f.pointer().equals(item.pointer() + "/ground"))) {
        faults.add(
            item.pointer() + "/ground",
            "must be one of "
                + String.join(", ", policy.grounds().keySet().stream().sorted().toList()));
      }
    }
    if (!item.dataTypes().isEmpty()) {
      faults.add(item.pointer() + "/dataTypes", "belongs to an approval only");
    }
    return new ItemDecision(
        asked.getItemId(),
        ItemOutcome.REFUSED,
        asked.getIdentifierType(),
        List.of(),
        null,
        null,
        ground);
  }

  private void refuseBlocked(List<ItemDecision> items) {
    Set<String> approved = new HashSet<>();
    items.stream().filter(Deciding::isApproved).forEach(item -> approved.add(item.getItemId()));
    List<String> blocking =
        file.getFindings().stream()
            .filter(finding -> finding.getSeverity() == Severity.BLOCKING)
            .filter(finding -> stands(finding, approved))
            .map(Finding::getRule)
            .distinct()
            .toList();
    if (!blocking.isEmpty()) {
      throw new CaseConflict(
          "Blocking findings stand against an approval: %s. Refuse what they are about."
              .formatted(String.join(", ", blocking)));
    }
  }

  private static boolean stands(Finding finding, Set<String> approved) {
    return finding.getItemId() == null
        ? !approved.isEmpty()
        : approved.contains(finding.getItemId());
  }

  private CaseOutcome outcome(List<ItemDecision> items) {
    if (items.stream().noneMatch(Deciding::isApproved)) {
      return CaseOutcome.REFUSED;
    }
    for (int i = 0; i < items.size(); i++) {
      CaseItem asked = file.getItems().get(i);
      if (!AskedScope.of(asked, file.getReceivedAt(), policy).isMetBy(items.get(i))) {
        return CaseOutcome.PARTLY_APPROVED;
      }
    }
    return CaseOutcome.APPROVED;
  }

  private DecisionDetails details(CaseDetails details, List<ItemDecision> items) {
    var approved = new HashSet<String>();
    items.stream().filter(Deciding::isApproved).forEach(item -> approved.add(item.getItemId()));
    List<CaseIdentifier> identifiers =
        details.getIdentifiers().stream()
            .filter(identifier -> approved.contains(identifier.getItemId()))
            .toList();
    var explanations = new ArrayList<ItemExplanation>();
    for (ProposedDecision.Item item : proposed.items()) {
      if (item.explanation() != null) {
        explanations.add(new ItemExplanation(item.itemId(), item.explanation()));
      }
    }
    return new DecisionDetails(
        details.getReference(),
        details.getIssuingAuthorityName(),
        identifiers,
        explanations,
        proposed.note());
  }

  private static boolean isApproved(ItemDecision item) {
    return item.getOutcome() == ItemOutcome.APPROVED;
  }
}
