package org.writ.review.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseItem;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemExplanation;
import org.writ.events.review.ItemOutcome;
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
   * The decision; or the proposal of it, where another person has to confirm it ({@link
   * Approving#needsSecondPerson}).
   *
   * @param file the case as it was opened
   * @param escalated whether the country's requests are escalated now
   * @param details its sealed part; null if its key was erased. Then nobody knows whom it is about:
   *     items can only be refused, and the reviewer's reasons are not kept.
   * @throws CaseConflict if the reviewer does not hold the case, it is frozen, decided or
   *     withdrawn, another person's decision waits, a blocking finding that is not overridden
   *     stands against an item that is to be approved, or an emergency that is to be approved was
   *     not called back
   * @throws InvalidDecision if the body has faults; names all of them
   */
  static NewEvent decide(
      Standing standing,
      CaseOpened file,
      boolean escalated,
      @Nullable CaseDetails details,
      Policy policy,
      ProposedDecision proposed,
      String reviewer,
      Instant now) {
    Claiming.requireWorkable(standing, reviewer, now);
    if (standing.matter().proposedBy() != null) {
      throw new CaseConflict(
          "A decision about the case is proposed already: confirm it or object to it.");
    }
    var deciding = new Deciding(file, policy, proposed);
    List<ItemDecision> items = deciding.items();
    var approving = Approving.of(file, items);
    List<String> overridden = Overriding.rules(proposed, approving);
    approving.requireUnblocked(overridden);
    approving.requireCallBack(standing.matter());
    if (details == null && !approving.items().isEmpty()) {
      throw new CaseConflict(
          "What the case says about persons is erased; its items can only be refused.");
    }
    SpecificRecord event =
        approving.needsSecondPerson(escalated)
            ? deciding.proposal(items, overridden, reviewer)
            : deciding.decision(items, overridden, reviewer);
    return details == null
        ? NewEvent.open(event)
        : NewEvent.sealed(event, deciding.details(details, approving.items()));
  }

  private CaseDecided decision(List<ItemDecision> items, List<String> overridden, String reviewer) {
    return new CaseDecided(
        outcome(items),
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
        overridden,
        null);
  }

  private DecisionProposed proposal(
      List<ItemDecision> items, List<String> overridden, String reviewer) {
    return new DecisionProposed(
        outcome(items), reviewer, policy.reference(), items, overridden, null);
  }

  /** In the order of the request. */
  private List<ItemDecision> items() {
    Map<String, ProposedDecision.Item> byId = byItem();
    // An item that could not be read may be any of them: the fault that is noted already is enough.
    boolean allNamed = proposed.items().stream().allMatch(item -> item.itemId() != null);
    Set<String> faulty =
        proposed.faults().stream().map(Fault::pointer).collect(Collectors.toUnmodifiableSet());
    var decisions = new ArrayList<ItemDecision>(file.getItems().size());
    for (CaseItem asked : file.getItems()) {
      ProposedDecision.Item item = byId.get(asked.getItemId());
      if (item == null) {
        if (allNamed) {
          faults.add("/items", "item %s is not decided".formatted(asked.getItemId()));
        }
      } else if (item.verdict() == Verdict.APPROVE) {
        decisions.add(approval(asked, item));
      } else if (item.verdict() == Verdict.REFUSE) {
        decisions.add(refusal(asked, item, faulty));
      }
    }
    Overriding.check(proposed, file, faults);
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
      } else if (!policy.mayBeApproved(file.getProcess()).contains(type)) {
        faults.add(pointer, "may not be disclosed under policy " + policy.id());
      }
    }
  }

  private ItemDecision refusal(CaseItem asked, ProposedDecision.Item item, Set<String> faulty) {
    String ground = item.ground();
    if (ground == null || !policy.grounds().containsKey(ground)) {
      // A ground of the wrong type was noted when the body was read.
      if (!faulty.contains(item.pointer() + "/ground")) {
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

  private CaseOutcome outcome(List<ItemDecision> items) {
    if (items.stream().noneMatch(Approving::isApproved)) {
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

  private DecisionDetails details(CaseDetails details, Set<String> approved) {
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
        proposed.note(),
        Overriding.reasons(proposed));
  }
}
