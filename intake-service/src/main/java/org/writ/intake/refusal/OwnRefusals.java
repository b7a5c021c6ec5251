package org.writ.intake.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.writ.eventlog.Transactions;
import org.writ.intake.request.RefusedItems;
import org.writ.look.Words;

/** Reports on an agency's own refusals. */
@ApplicationScoped
public class OwnRefusals {

  private final Transactions transactions;
  private final RefusedItems refused;

  OwnRefusals(Transactions transactions, RefusedItems refused) {
    this.transactions = transactions;
    this.refused = refused;
  }

  /**
   * What of an agency's requests was refused, by ground.
   *
   * @param from by when the requests were received, inclusive
   * @param to exclusive
   * @param words that the grounds are said in
   */
  public RefusalReport of(String agency, Instant from, Instant to, Words words) {
    return transactions.call(
        () ->
            RefusalReport.of(
                from,
                to,
                refused.counts(agency, from, to),
                refused.grounds(agency, from, to),
                words));
  }
}
