package org.writ.intake.refusal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.look.Language;
import org.writ.pages.Speech;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** Why an agency's own requests are refused. */
@Path("/v1/agency/refusals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Own agency")
class OwnRefusalsResource {

  private final OwnRefusals refusals;
  private final Speech speech;
  private final Caller caller;
  private final Clock clock;

  OwnRefusalsResource(OwnRefusals refusals, Speech speech, Caller caller, Clock clock) {
    this.refusals = refusals;
    this.speech = speech;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The agency's own refusals by ground, with what would make the requests succeed",
      description =
          "Of requests that were received from (inclusive) to (exclusive), as far as the agency was"
              + " told; a refusal that is reviewed once more upon an appeal is none. Under another"
              + " law something else may help, so that a ground is told for each.")
  @APIResponse(responseCode = "200", description = "The report; nothing about persons")
  @APIResponse(responseCode = "422", description = "A parameter is not understood")
  public RefusalReport report(@BeanParam RecentQuery query) {
    var span = query.span(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return refusals.of(caller.agencyId(), span.from(), span.to(), speech.in(Language.EN));
  }
}
