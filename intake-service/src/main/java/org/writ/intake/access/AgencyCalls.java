package org.writ.intake.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.intake.access.RateLimits.Passage;
import org.writ.intake.agency.AgencyStatus;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.agency.Standings;
import org.writ.web.security.ActingClient;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;
import org.writ.web.security.Stop;

/**
 * Stands before every resource that an agency calls. Each answer to an agency says how many calls
 * may follow (draft-ietf-httpapi-ratelimit-headers-11).
 */
public final class AgencyCalls {

  private static final String PASSAGE = AgencyCalls.class.getName();
  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";
  private static final int TOO_MANY_REQUESTS = 429;

  private final Caller caller;
  private final ActingClient actingClient;
  private final RateLimits limits;
  private final Standings standings;
  private final RegisteredAgencies agencies;
  private final Transactions transactions;

  AgencyCalls(
      Caller caller,
      ActingClient actingClient,
      RateLimits limits,
      Standings standings,
      RegisteredAgencies agencies,
      Transactions transactions) {
    this.caller = caller;
    this.actingClient = actingClient;
    this.limits = limits;
    this.standings = standings;
    this.agencies = agencies;
    this.transactions = transactions;
  }

  /** Lets the call of an agency pass, or refuses it; calls of others pass. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
  public void request(ContainerRequestContext call) {
    if (!caller.is(Roles.AGENCY)) {
      return;
    }
    String agency = caller.agencyId();
    var passage = limits.pass(agency);
    call.setProperty(PASSAGE, passage);
    if (!passage.allowed()) {
      throw tooMany(passage);
    }
    actingClient.require(client -> isOnFile(agency, client));
    requireStanding(agency, caller.as(Roles.AGENCY));
  }

  /** Says how many calls may follow. */
  @ServerResponseFilter
  public void response(ContainerRequestContext call, ContainerResponseContext answer) {
    if (call.getProperty(PASSAGE) instanceof Passage passage) {
      MultivaluedMap<String, Object> headers = answer.getHeaders();
      headers.putSingle(POLICY, "\"agency\";q=%d;w=%d".formatted(limits.burst(), limits.window()));
      headers.putSingle(
          LIMIT, "\"agency\";r=%d;t=%d".formatted(passage.remaining(), passage.fullIn()));
    }
  }

  /** In a transaction, so that the call keeps no connection of the database. */
  private boolean isOnFile(String agency, String client) {
    return transactions.call(() -> agencies.isClient(agency, client));
  }

  private void requireStanding(String agency, Actor actor) {
    var standing = standings.of(agency, actor.id()).orElse(null);
    if (standing == null) {
      // Whether an agency has to be registered is said where something is asked of it.
      return;
    }
    if (standing.status() == AgencyStatus.SUSPENDED) {
      throw Stop.SUSPENDED.refusal();
    }
    if (standing.status() == AgencyStatus.CLOSED) {
      throw Stop.CLOSED.refusal();
    }
    if (standing.blocked()) {
      throw Stop.BARRED.refusal();
    }
    if (standing.status() == AgencyStatus.ACTIVE && !standing.seen()) {
      standings.note(agency, actor.id(), actor);
    }
  }

  private static HttpProblem tooMany(Passage passage) {
    return HttpProblem.builder()
        .withTitle("Too Many Requests")
        .withStatus(TOO_MANY_REQUESTS)
        .withDetail(
            "The agency calls too often; the next call may be made in %d s."
                .formatted(passage.nextIn()))
        .withHeader(HttpHeaders.RETRY_AFTER, passage.nextIn())
        .build();
  }
}
