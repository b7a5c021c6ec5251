package org.writ.review.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.CaseView;

/** The blocking findings of a case, found by item: there may be tens of thousands. */
final class Blocking {

  private static final String SEVERITY = "BLOCKING";

  private final Map<String, CaseView.Finding> byItem = new HashMap<>();
  private CaseView.@Nullable Finding ofRequest;

  Blocking(List<CaseView.Finding> findings) {
    for (CaseView.Finding finding : findings) {
      if (!finding.severity().equals(SEVERITY)) {
        continue;
      }
      if (finding.itemId() != null) {
        byItem.putIfAbsent(finding.itemId(), finding);
      } else if (ofRequest == null) {
        ofRequest = finding;
      }
    }
  }

  /** What stands against an item. */
  Optional<CaseView.Finding> against(CaseView.Item item) {
    return Optional.ofNullable(ofRequest).or(() -> Optional.ofNullable(byItem.get(item.itemId())));
  }
}
