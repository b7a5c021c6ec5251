package org.writ.disclosure.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.writ.eventlog.Transactions;
import org.writ.web.security.ActingClient;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/**
 * Stands before every resource that an agency calls. What operators change at intake is known here
 * a moment later; each call looks.
 */
public final class AgencyCalls {

  private final Caller caller;
  private final ActingClient actingClient;
  private final AccessRows rows;
  private final Transactions transactions;

  AgencyCalls(
      Caller caller, ActingClient actingClient, AccessRows rows, Transactions transactions) {
    this.caller = caller;
    this.actingClient = actingClient;
    this.rows = rows;
    this.transactions = transactions;
  }

  /**
   * Lets the call of an agency pass, or refuses it; calls of others pass. An agency that nobody
   * spoke of passes: it has no deliveries.
   */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
  public void request(ContainerRequestContext call) {
    if (!caller.is(Roles.AGENCY)) {
      return;
    }
    String agency = caller.agencyId();
    String account = caller.as(Roles.AGENCY).id();
    actingClient.require(client -> transactions.call(() -> rows.hasClient(agency, client)));
    transactions
        .call(() -> rows.stop(agency, account))
        .ifPresent(
            stop -> {
              throw stop.refusal();
            });
  }
}
