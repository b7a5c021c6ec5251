package org.writ.review.jurisdiction;

import org.writ.events.review.Safeguards;
import org.writ.events.review.SafeguardsConfirmed;
import org.writ.events.review.SafeguardsProposed;

/** How the safeguards of a country are changed: one person proposes, another confirms. Pure. */
final class JurisdictionChanges {

  private JurisdictionChanges() {}

  /**
   * The proposal. It takes the place of an earlier one that nobody confirmed yet.
   *
   * @throws JurisdictionConflict if it changes nothing
   */
  static SafeguardsProposed propose(
      JurisdictionStanding standing, Safeguards safeguards, String proposer) {
    if (safeguards.equals(standing.counting().safeguards())) {
      throw new JurisdictionConflict("These safeguards count already.");
    }
    return new SafeguardsProposed(safeguards, proposer);
  }

  /**
   * The confirmation, upon which they count.
   *
   * @throws JurisdictionConflict if nothing is proposed, or the same person proposed it
   */
  static SafeguardsConfirmed confirm(JurisdictionStanding standing, String confirmer) {
    Safeguards proposed = standing.proposed();
    String proposer = standing.proposedBy();
    if (proposed == null || proposer == null) {
      throw new JurisdictionConflict("Nothing is proposed that could be confirmed.");
    }
    if (proposer.equals(confirmer)) {
      throw new JurisdictionConflict("You proposed it; another person has to confirm it.");
    }
    return new SafeguardsConfirmed(
        proposed, standing.counting().edition() + 1, proposer, confirmer);
  }
}
