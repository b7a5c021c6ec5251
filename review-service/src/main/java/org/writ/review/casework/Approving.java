package org.writ.review.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.Finding;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.Severity;
import org.writ.review.casework.Matter.CallBack;

/**
 * What it takes to approve items of a case. Refusing takes none of it. Pure.
 *
 * <p>Emergencies are where requests are forged: of 1,597 emergency requests 30 % failed a second
 * check (Kodex, 2023), and the FBI warned of them in November 2024. So whatever the policy says,
 * the agency has to confirm an emergency when it is called at the number on file, and two persons
 * approve it.
 */
final class Approving {

  private static final String EMERGENCY = "EMERGENCY";

  private final CaseOpened file;
  private final Set<String> approved;

  private Approving(CaseOpened file, Set<String> approved) {
    this.file = file;
    this.approved = approved;
  }

  /** Of those items of a decision that it approves. */
  static Approving of(CaseOpened file, List<ItemDecision> items) {
    return new Approving(
        file,
        items.stream()
            .filter(Approving::isApproved)
            .map(ItemDecision::getItemId)
            .collect(Collectors.toUnmodifiableSet()));
  }

  static boolean isApproved(ItemDecision item) {
    return item.getOutcome() == ItemOutcome.APPROVED;
  }

  /** Whether the case is an emergency. */
  static boolean isEmergency(String process) {
    return process.equals(EMERGENCY);
  }

  /** The approved items. */
  Set<String> items() {
    return approved;
  }

  /** The rules whose blocking findings stand against an approved item. */
  List<String> blocking() {
    return rules(Severity.BLOCKING);
  }

  /**
   * Refuses what a blocking finding is about that is not overridden.
   *
   * @param overridden rules
   * @throws CaseConflict if one stands against an approved item; names the rules
   */
  void requireUnblocked(List<String> overridden) {
    List<String> blocking = blocking().stream().filter(rule -> !overridden.contains(rule)).toList();
    if (!blocking.isEmpty()) {
      throw new CaseConflict(
          ("Blocking findings stand against an approval: %s. Refuse what they are about, or let a"
                  + " senior reviewer override them with a reason.")
              .formatted(String.join(", ", blocking)));
    }
  }

  /**
   * Refuses to approve anything of an emergency that the agency did not confirm.
   *
   * @throws CaseConflict if it did not, or denied it since
   */
  void requireCallBack(Matter matter) {
    if (approved.isEmpty() || !isEmergency(file.getProcess())) {
      return;
    }
    if (matter.callBack() == CallBack.DENIED) {
      throw new CaseConflict(
          "The agency denied the request when it was called back; its items can only be refused.");
    }
    if (matter.callBack() != CallBack.CONFIRMED) {
      throw new CaseConflict(
          "An emergency is approved only after a call-back: call the agency at the number on file,"
              + " and record at /verification that it confirmed the request.");
    }
  }

  /**
   * Whether another person has to confirm the approval.
   *
   * @param escalated whether the country's requests are escalated now, also where they were not
   *     when the case was opened and nothing was found about it
   */
  boolean needsSecondPerson(boolean escalated) {
    return !approved.isEmpty()
        && (escalated
            || isEmergency(file.getProcess())
            || !rules(Severity.SECOND_PERSON).isEmpty());
  }

  private List<String> rules(Severity severity) {
    return file.getFindings().stream()
        .filter(finding -> finding.getSeverity() == severity)
        .filter(this::stands)
        .map(Finding::getRule)
        .distinct()
        .toList();
  }

  private boolean stands(Finding finding) {
    return finding.getItemId() == null
        ? !approved.isEmpty()
        : approved.contains(finding.getItemId());
  }
}
