package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import org.writ.intake.agency.Agency;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;

/** The agency that the caller acts for, if it may act at all. */
@ApplicationScoped
class ActingAgency {

  private final Caller caller;
  private final RegisteredAgencies agencies;

  ActingAgency(Caller caller, RegisteredAgencies agencies) {
    this.caller = caller;
    this.agencies = agencies;
  }

  /**
   * The agency.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if it is not registered
   */
  Agency get() {
    return agencies
        .find(caller.agencyId())
        .orElseThrow(
            () ->
                Problems.forbidden(
                    "The agency is not registered here; ask the operators to register it."));
  }
}
