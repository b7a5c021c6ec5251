package org.writ.review.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.review.casework.AgencyDecisions;
import org.writ.review.conflict.ConflictBody;
import org.writ.review.conflict.Conflicts;
import org.writ.review.policy.PolicyRegister;

/** Reports on refusals, by agency. */
@ApplicationScoped
class Refusals {

  private final Transactions transactions;
  private final AgencyDecisions decisions;
  private final Conflicts conflicts;
  private final PolicyRegister policies;

  Refusals(
      Transactions transactions,
      AgencyDecisions decisions,
      Conflicts conflicts,
      PolicyRegister policies) {
    this.transactions = transactions;
    this.decisions = decisions;
    this.conflicts = conflicts;
    this.policies = policies;
  }

  /**
   * What of an agency's requests was refused, by ground.
   *
   * @param agency its id; what is no id is no agency's
   * @param from by when it was decided, inclusive
   * @param to exclusive
   * @return empty if the agency never submitted anything, or the reader is in a conflict of
   *     interest about it
   */
  Optional<RefusalReport> of(String agency, Instant from, Instant to, Actor reader) {
    if (!ConflictBody.isAgency(agency)) {
      return Optional.empty();
    }
    return transactions.call(
        () ->
            conflicts.exists(agency, reader.id())
                ? Optional.empty()
                : decisions
                    .of(agency, from, to)
                    .map(found -> RefusalReport.of(agency, from, to, found, policies.current())));
  }
}
