package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import org.writ.intake.agency.Agency;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.agency.Submitters;
import org.writ.web.security.Caller;

/** The agency that the caller acts for, if it may act at all. */
@ApplicationScoped
class ActingAgency {

  private final Caller caller;
  private final RegisteredAgencies agencies;
  private final Submitters submitters;

  ActingAgency(Caller caller, RegisteredAgencies agencies, Submitters submitters) {
    this.caller = caller;
    this.agencies = agencies;
    this.submitters = submitters;
  }

  /**
   * The agency.
   *
   * @throws RuntimeException 403 if it is not registered, not approved yet, suspended or closed
   */
  Agency get() {
    return agencies.active(caller.agencyId());
  }

  /**
   * The agency, to submit for.
   *
   * @throws RuntimeException 403 if it may not act, 409 if packages cannot be encrypted to it
   */
  Agency submitter() {
    return submitters.find(caller.agencyId());
  }
}
