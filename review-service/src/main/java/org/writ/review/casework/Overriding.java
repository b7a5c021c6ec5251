package org.writ.review.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.Finding;
import org.writ.events.review.OverrideReason;
import org.writ.events.review.Severity;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Faults;

/**
 * Overrides blocking findings: each by its rule and with a reason. That only senior reviewers do it
 * is for the caller to check. Pure.
 */
final class Overriding {

  private Overriding() {}

  /** Notes what is wrong with overrides whatever is decided about the items. */
  static void check(ProposedDecision proposed, CaseOpened file, Faults faults) {
    Set<String> blocking =
        file.getFindings().stream()
            .filter(finding -> finding.getSeverity() == Severity.BLOCKING)
            .map(Finding::getRule)
            .collect(Collectors.toUnmodifiableSet());
    var seen = new HashSet<String>();
    for (ProposedDecision.Override override : proposed.overrides()) {
      String rule = override.rule();
      if (rule == null) {
        continue;
      }
      if (!blocking.contains(rule)) {
        faults.add(override.pointer() + "/rule", "is the rule of no blocking finding of this case");
      } else if (!seen.add(rule)) {
        faults.add(override.pointer() + "/rule", "is overridden twice");
      }
    }
  }

  /**
   * The rules that are overridden, in the order of the body, which was checked.
   *
   * @throws InvalidDecision if nothing that one of them blocks is approved: an override stands in
   *     the log only where it was needed
   */
  static List<String> rules(ProposedDecision proposed, Approving approving) {
    List<String> blocking = approving.blocking();
    List<Fault> needless =
        proposed.overrides().stream()
            .filter(override -> !blocking.contains(override.rule()))
            .map(
                override ->
                    new Fault(
                        override.pointer() + "/rule", "stands against nothing that is approved"))
            .toList();
    if (!needless.isEmpty()) {
      throw new InvalidDecision(needless);
    }
    return proposed.overrides().stream()
        .map(ProposedDecision.Override::rule)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The reasons, for the sealed part. */
  static List<OverrideReason> reasons(ProposedDecision proposed) {
    return proposed.overrides().stream()
        .map(
            override ->
                new OverrideReason(
                    Objects.requireNonNull(override.rule()),
                    Objects.requireNonNull(override.reason())))
        .toList();
  }
}
