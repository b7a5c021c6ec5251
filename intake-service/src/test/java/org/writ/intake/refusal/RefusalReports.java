package org.writ.intake.refusal;

import java.time.Instant;
import java.util.List;
import org.writ.intake.request.RefusedItems;
import org.writ.look.Words;

/** Reports without requests, for tests of their words. */
public final class RefusalReports {

  private RefusalReports() {}

  /** A report with these grounds. */
  public static RefusalReport of(List<RefusedItems.Ground> grounds, Words words) {
    return RefusalReport.of(
        Instant.EPOCH, Instant.EPOCH, new RefusedItems.Counts(0, 0, 0, 0), grounds, words);
  }
}
