package org.writ.review.jurisdiction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.review.security.Reviewers;
import org.writ.web.list.PageQuery;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** Safeguards by country: read by whoever works with them, changed by two persons. */
@Path("/v1/jurisdictions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jurisdictions")
class JurisdictionResource {

  private static final String EXAMPLE =
      """
      {"escalation":true,"refusedOffences":["SPEECH"],"withoutDualCriminality":["OTHER"],\
      "mostPeriodDays":90,"mostItems":5,"refused":false,\
      "reason":"Orders about opinions were sent as orders about fraud."}\
      """;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern TAG = Pattern.compile("\\s*\"([0-9]{1,18})\"\\s*");

  private final Jurisdictions jurisdictions;
  private final Reviewers reviewers;
  private final JsonBodies bodies;

  JurisdictionResource(Jurisdictions jurisdictions, Reviewers reviewers, JsonBodies bodies) {
    this.jurisdictions = jurisdictions;
    this.reviewers = reviewers;
    this.bodies = bodies;
  }

  @GET
  @RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
  @Operation(summary = "The countries that safeguards are set or proposed for")
  @APIResponse(responseCode = "200", description = "A page of countries, without their history")
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public JurisdictionList list(@BeanParam PageQuery page) {
    return jurisdictions.list(page.after(JurisdictionList::place), page.size());
  }

  @GET
  @Path("/{country}")
  @RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
  @Operation(
      summary = "A country's safeguards with their history",
      description = "Edition 0 if nobody ever set any.")
  @APIResponse(
      responseCode = "200",
      description = "The country",
      content = @Content(schema = @Schema(implementation = JurisdictionView.class)))
  @APIResponse(responseCode = "404", description = "It is no country's code")
  public Response read(@PathParam("country") String country) {
    return answer(jurisdictions.view(known(country)));
  }

  @PUT
  @Path("/{country}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPS)
  @Operation(
      summary = "Proposes safeguards",
      description = "All of them at once; they count once another person confirmed them.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = SafeguardsBody.class), example = EXAMPLE))
  @APIResponse(
      responseCode = "200",
      description = "They wait for another person",
      content = @Content(schema = @Schema(implementation = JurisdictionView.class)))
  @APIResponse(responseCode = "404", description = "It is no country's code")
  @APIResponse(responseCode = "409", description = "They count already")
  @APIResponse(responseCode = "412", description = "They have changed since the caller saw them")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response propose(
      @PathParam("country") String country,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InputStream body) {
    var safeguards = SafeguardsBody.read(bodies.read(body)).orRefuse();
    return answer(
        jurisdictions.propose(
            known(country), version(ifMatch), safeguards, reviewers.inFirstOf(Roles.OPS)));
  }

  @POST
  @Path("/{country}/confirmation")
  @RolesAllowed({Roles.OPS, Roles.SENIOR_REVIEWER})
  @Operation(summary = "Confirms safeguards that another person proposed")
  @APIResponse(
      responseCode = "200",
      description = "They count from now on",
      content = @Content(schema = @Schema(implementation = JurisdictionView.class)))
  @APIResponse(responseCode = "404", description = "It is no country's code")
  @APIResponse(responseCode = "409", description = "The caller proposed them, or nobody did")
  @APIResponse(responseCode = "412", description = "They have changed since the caller saw them")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response confirm(
      @PathParam("country") String country,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        jurisdictions.confirm(
            known(country),
            version(ifMatch),
            reviewers.inFirstOf(Roles.OPS, Roles.SENIOR_REVIEWER)));
  }

  private static String known(String country) {
    if (!COUNTRY.matcher(country).matches()) {
      throw Problems.unknown("There is no such country (ISO 3166-1 alpha-2).");
    }
    return country;
  }

  /** The version that the caller has seen; -1 for a tag that this service never gives. */
  private static long version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problems.preconditionMissing(
          "Send If-Match with the ETag that came with the country when you last saw it.");
    }
    Matcher tag = TAG.matcher(ifMatch);
    return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
  }

  private static Response answer(JurisdictionView view) {
    return Response.ok(view)
        .header(HttpHeaders.ETAG, "\"" + view.version() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
