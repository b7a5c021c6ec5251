package org.writ.review.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.writ.look.Words;
import org.writ.pages.Reasons;
import org.writ.pages.Saying;

/** Says in the reader's language why something was refused. Pure. */
@ApplicationScoped
class RefusalWords implements Reasons {

  private static final List<Saying> SAYINGS =
      List.of(
          Saying.of(
              "Blocking findings stand against an approval: (.*)\\. Refuse .*", "refusal.blocking"),
          Saying.of("The agency denied the request when .*", "refusal.denied"),
          Saying.of("An emergency is approved only after a call-back: .*", "refusal.callBack"),
          Saying.of("Your decision about the case waits for another person; .*", "refusal.first"),
          Saying.of("You proposed the decision; another person .*", "refusal.first"),
          Saying.of("Whoever proposed the decision is in a conflict of .*", "refusal.conflict"),
          Saying.of("Requests from this country are escalated: .*", "refusal.escalated"),
          Saying.of("Nothing says that you have read the case as it stands; .*", "refusal.unread"),
          Saying.of("The case was re-opened upon an appeal .*", "refusal.reopened"),
          Saying.of("Somebody else holds the case(?:;.*|\\.)", "refusal.held"),
          Saying.of("The case is frozen: .*", "refusal.frozen"),
          Saying.of("The case is decided already\\.", "refusal.decided"),
          Saying.of("The agency has withdrawn the request; .*", "refusal.withdrawn"),
          Saying.of("You do not hold the case: .*", "refusal.notHeld"),
          Saying.of(
              "No decision about the case waits for a second person\\.", "refusal.noProposal"),
          Saying.of("A decision about the case is proposed already: .*", "refusal.proposed"),
          Saying.of("A decision waits for you to confirm it .*", "refusal.proposed"),
          Saying.of("The agency is asked already and .*", "refusal.asked"),
          Saying.of("What the case says about persons is erased; .*", "refusal.erased"),
          Saying.of("Only an emergency is verified by a call-back\\.", "refusal.noEmergency"),
          Saying.of("No number to call back was on file about the agency .*", "refusal.noNumber"),
          Saying.of("The case has changed since you saw it; read it again\\.", "refusal.stale"),
          Saying.of("Others of very many items are being read at this moment; .*", "refusal.busy"),
          Saying.of("Somebody else changed this at the same moment; .*", "refusal.sameMoment"),
          Saying.of("The service that keeps documents gives none .*", "refusal.noDocuments"),
          Saying.of("Only a senior reviewer overrides a finding\\.", "refusal.noOverride"),
          Saying.of("Only a senior reviewer re-opens a refused case\\.", "refusal.onlySenior"),
          Saying.of("Only a case of which everything was refused .*", "refusal.notRefused"),
          Saying.of("The case is not decided, so that nothing .*", "refusal.notDecided"),
          Saying.of("You had a part in deciding the case; .* re-opened\\.", "refusal.ownAppeal"),
          Saying.of("Nobody holds the case, so that .*", "refusal.unheld"),
          Saying.of("Whoever is to be given the case holds it .*", "refusal.heldAlready"),
          Saying.of("A decision waits for a second person; .*", "refusal.proposer"),
          Saying.of("Whoever is to be given the case is in .*", "refusal.theirConflict"),
          Saying.of("Whoever is to be given the case had a part .*", "refusal.theirDecision"),
          Saying.of("Somebody else holds the review; .*", "refusal.reviewHeld"),
          Saying.of("You do not hold the review: .*", "refusal.reviewNotHeld"),
          Saying.of("The decision is reviewed already, .*", "refusal.reviewDone"),
          Saying.of("You had a part in the decision; .*", "refusal.ownDecision"),
          Saying.of("You could have seen the decision .*", "refusal.seen"),
          Saying.of("Only a senior reviewer can review this decision\\.", "refusal.reviewSenior"),
          Saying.of("The decision stands no longer, or you have seen .*", "refusal.seen"),
          Saying.of("No disagreement about the decision .*", "refusal.noDisagreement"),
          Saying.of("You reviewed the decision; .*", "refusal.ownReview"),
          Saying.of("You had a part in deciding the case; .* settles it\\.", "refusal.ownCase"),
          Saying.of("A policy with the id (.*) counts already, and .*", "refusal.policyId"),
          Saying.of("The policy is activated already\\.", "refusal.policyActive"),
          Saying.of("You proposed the policy; another person .*", "refusal.policyOwn"),
          Saying.of("Its first day has come \\((.*)\\), and .*", "refusal.policyDay"),
          Saying.of("It does not fit beside the policies that count: (.*)\\.", "refusal.policyFit"),
          Saying.of("The policy is in force by the deployment\\.", "refusal.policyShipped"),
          Saying.of("Another document is proposed since you saw it; .*", "refusal.policyStale"),
          Saying.of(
              "This version of the service refuses the policy's document; .*",
              "refusal.policyRefused"),
          Saying.of("These safeguards count already\\.", "refusal.safeguardsSame"),
          Saying.of("Nothing is proposed that could be confirmed\\.", "refusal.safeguardsNone"),
          Saying.of("You proposed it; another person .*", "refusal.safeguardsOwn"),
          Saying.of(
              "The safeguards have changed since you saw them; .*", "refusal.safeguardsStale"),
          Saying.of("You declare your own conflicts; .*", "refusal.conflictOthers"),
          Saying.of("Another person has to end your conflict\\.", "refusal.conflictOwn"),
          Saying.of("Another back-test runs; .*", "refusal.backtestBusy"));

  @Override
  public Optional<String> say(Words words, String said) {
    return SAYINGS.stream().flatMap(saying -> saying.say(words, said).stream()).findFirst();
  }
}
