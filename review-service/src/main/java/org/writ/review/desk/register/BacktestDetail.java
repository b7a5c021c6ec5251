package org.writ.review.desk.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.look.Moments;
import org.writ.pages.Frame;
import org.writ.review.backtest.BacktestView;
import org.writ.review.backtest.ChangedCase;
import org.writ.review.backtest.Difference;
import org.writ.review.desk.FactLine;

/**
 * A back-test as its page shows it.
 *
 * @param f the frame
 * @param id of the tested policy
 * @param from first day, as it was typed
 * @param to last day, as it was typed
 * @param faults what is wrong with the days, by field
 * @param refusal why nothing was tested
 * @param first whether it begins with the first case
 * @param result null: nothing was tested
 */
record BacktestDetail(
    Frame f,
    String id,
    String from,
    String to,
    Map<String, String> faults,
    Refusal refusal,
    boolean first,
    @Nullable BacktestView result) {

  /** What changes in one country. */
  record CountryLine(String country, long cases, long changed) {}

  /** What changes by one rule in one country. */
  record RuleLine(String country, String rule, long added, long removed, long unanswered) {}

  /**
   * A finding that one of the analyses has.
   *
   * @param about the ground in words; empty if it justifies no refusal
   * @param facts that it rests on in that analysis
   */
  record FindingLine(
      String rule, String severity, String style, String about, List<FactLine> facts) {}

  /** A case in which the policy finds something else. */
  record CaseLine(
      ChangedCase c,
      String country,
      String received,
      List<FindingLine> added,
      int moreAdded,
      List<FindingLine> removed,
      int moreRemoved) {}

  /** What is wrong with a field; empty if nothing is. */
  public String faultOf(String field) {
    return faults.getOrDefault(field, "");
  }

  /** The tested days. */
  public String period() {
    return result == null ? "" : f.period(result.from(), result.to());
  }

  /** By country. */
  public List<CountryLine> countries() {
    return result == null || result.totals() == null
        ? List.of()
        : result.totals().countries().stream()
            .map(
                line ->
                    new CountryLine(
                        Names.country(f.w(), line.country()), line.cases(), line.changed()))
            .toList();
  }

  /** By country and rule. */
  public List<RuleLine> rules() {
    return result == null || result.totals() == null
        ? List.of()
        : result.totals().countries().stream()
            .flatMap(
                country ->
                    country.rules().stream()
                        .map(
                            rule ->
                                new RuleLine(
                                    Names.country(f.w(), country.country()),
                                    rule.rule(),
                                    rule.added(),
                                    rule.removed(),
                                    rule.unanswered())))
            .toList();
  }

  /** The cases of this page. */
  public List<CaseLine> cases() {
    return result == null ? List.of() : result.items().stream().map(this::line).toList();
  }

  private CaseLine line(ChangedCase changed) {
    return new CaseLine(
        changed,
        Names.country(f.w(), changed.country()),
        new Moments(f.w()).moment(changed.receivedAt()),
        findings(changed.added()),
        changed.addedCount() - changed.added().size(),
        findings(changed.removed()),
        changed.removedCount() - changed.removed().size());
  }

  private List<FindingLine> findings(List<Difference> differences) {
    return differences.stream()
        .map(
            difference ->
                new FindingLine(
                    difference.rule(),
                    f.w().of("severity", difference.severity()),
                    PolicyDetail.mark(difference.severity()),
                    difference.ground() == null ? "" : f.w().of("ground", difference.ground()),
                    FactLine.of(f, difference.facts())))
        .toList();
  }

  /** How many changed cases the reader is not shown; said where the totals are. */
  public long withheld() {
    return result == null || result.totals() == null ? 0 : result.totals().withheld();
  }

  /** Whether the reader may open cases. */
  public boolean opensCases() {
    return f.is("reviewer") || f.is("senior-reviewer");
  }

  /** Where the totals and the first cases are. */
  public String address() {
    return BacktestPage.address(id) + "?from=" + from + "&to=" + to;
  }

  /** Where the next cases are; empty if these are the last ones. */
  public String next() {
    return result == null || result.nextCursor() == null
        ? ""
        : address() + "&cursor=" + result.nextCursor();
  }
}
