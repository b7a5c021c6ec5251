package org.writ.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import org.writ.eventlog.Transactions;
import org.writ.intake.request.SubmittedRequests;

/** The receipts of an agency's submissions. */
@ApplicationScoped
public class Receipts {

  /** How a submission stands with the ledger. */
  public sealed interface Standing {

    /**
     * The ledger has it.
     *
     * @param receipt the proof
     */
    record Proven(Receipt receipt) implements Standing {}

    /** The ledger does not have it yet. */
    record Pending() implements Standing {}

    /** There is no such request, or it is another agency's. */
    record Unknown() implements Standing {}

    /** The ledger cannot be asked now. */
    record Unavailable() implements Standing {}
  }

  private final SubmittedRequests requests;
  private final LedgerProofs ledger;
  private final Transactions transactions;

  Receipts(SubmittedRequests requests, LedgerProofs ledger, Transactions transactions) {
    this.requests = requests;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /**
   * How a request of this agency stands with the ledger, which is asked for it; takes a few seconds
   * at most.
   */
  public Standing find(String agency, String requestId) {
    return transactions
        .call(() -> requests.find(requestId))
        .filter(request -> request.agency().equals(agency))
        .map(request -> request.submissionDigest())
        .map(entry -> standing(requestId, entry))
        .orElseGet(Standing.Unknown::new);
  }

  private Standing standing(String requestId, String entry) {
    try {
      return ledger
          .find(entry)
          .<Standing>map(proof -> new Standing.Proven(Receipt.of(requestId, entry, proof)))
          .orElseGet(Standing.Pending::new);
    } catch (LedgerProofs.Unavailable unavailable) {
      return new Standing.Unavailable();
    }
  }
}
