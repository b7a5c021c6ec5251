package org.writ.review.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.CaseView;

/**
 * Some of the items of a case: as many as a page shows.
 *
 * @param position place of the first of them, from 0
 * @param items in the order of the request
 * @param findings about these items
 * @param decided what was decided or is proposed about them, in the same order; null before
 */
record ItemPage(
    int position,
    List<CaseView.Item> items,
    List<CaseView.Finding> findings,
    @Nullable List<CaseView.DecidedItem> decided) {

  /** Items on a page. */
  static final int SIZE = 25;

  /** A page out of those that the case itself has. */
  static ItemPage of(CaseView view, int position) {
    int end = Math.min(position + SIZE, view.items().size());
    var items = view.items().subList(position, end);
    var decided = decided(view);
    return new ItemPage(
        position,
        items,
        view.findings().stream().filter(finding -> finding.itemId() != null).toList(),
        decided == null ? null : decided.subList(position, end));
  }

  private static @Nullable List<CaseView.DecidedItem> decided(CaseView view) {
    if (view.proposal() != null) {
      return view.proposal().items();
    }
    return view.decision() == null ? null : view.decision().items();
  }

  /** The place that is asked for, at the beginning of a page; the first one if it can be none. */
  static int position(@Nullable String typed, int itemCount) {
    if (typed == null || !typed.matches("[0-9]{1,9}")) {
      return 0;
    }
    int place = Integer.parseInt(typed);
    return place < itemCount ? place / SIZE * SIZE : 0;
  }
}
