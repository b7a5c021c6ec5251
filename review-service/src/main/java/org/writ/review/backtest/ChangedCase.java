package org.writ.review.backtest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.writ.review.casework.PastCase;
import org.writ.web.list.TimeCursor;

/**
 * A case in which the tested policy finds something else.
 *
 * @param policy id of the policy that analysed it
 * @param outcome what was decided
 * @param added what the tested policy finds beside; at most 100 are listed
 * @param addedCount all of them
 * @param removed what it does not find any more; at most 100 are listed
 * @param removedCount all of them
 */
@Schema(name = "BacktestCase")
public record ChangedCase(
    String caseId,
    String country,
    String process,
    Instant receivedAt,
    String policy,
    String outcome,
    List<Difference> added,
    int addedCount,
    List<Difference> removed,
    int removedCount) {

  private static final int MOST_LISTED = 100;

  static ChangedCase of(PastCase past, List<Difference> added, List<Difference> removed) {
    return new ChangedCase(
        past.id(),
        past.request().getCountry(),
        past.request().getProcess(),
        past.request().getReceivedAt(),
        past.policy().getId(),
        past.outcome(),
        added.subList(0, Math.min(added.size(), MOST_LISTED)),
        added.size(),
        removed.subList(0, Math.min(removed.size(), MOST_LISTED)),
        removed.size());
  }

  String cursor() {
    return new TimeCursor(receivedAt, caseId).toString();
  }
}
