package org.writ.review.desk;

import java.util.List;
import java.util.Optional;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseFigures.Load;
import org.writ.review.casework.CaseView;

/**
 * A case that is given to somebody, as its page shows it.
 *
 * @param f the frame
 * @param c the case
 * @param seen the state of it that the form is for
 * @param reviewer opaque id of whoever looks
 * @param colleagues whom the log knows to work on cases, with how many they hold
 * @param typed id that was typed or chosen
 * @param fault what is wrong with it; empty: nothing
 * @param notice why it is not possible; empty: it was not tried
 */
record AssignmentDetail(
    Frame f,
    CaseView c,
    long seen,
    String reviewer,
    List<Load> colleagues,
    String typed,
    String fault,
    String notice) {

  /** The agency's file number, or what is left where it is erased. */
  public String title() {
    return Optional.ofNullable(c.facts().reference()).orElseGet(() -> f.w().t("case.erased.title"));
  }

  /** Who holds it; empty if nobody does. */
  public String holder() {
    return People.name(f.w(), reviewer, c.holder());
  }

  /** Whom it can be given to: neither its holder nor whoever proposed its decision. */
  public List<CaseDetail.Option> people() {
    String proposer = c.proposal() == null ? null : c.proposal().proposedBy();
    return colleagues.stream()
        .filter(load -> !load.person().equals(c.holder()) && !load.person().equals(proposer))
        .map(this::option)
        .toList();
  }

  private CaseDetail.Option option(Load load) {
    return new CaseDetail.Option(
        load.person(),
        f.w().t("assign.person", People.name(f.w(), reviewer, load.person()), load.held()),
        load.person().equals(typed));
  }

  /** What stands in the field for somebody who is not in the list. */
  public String other() {
    return people().stream().anyMatch(CaseDetail.Option::chosen) ? "" : typed;
  }
}
