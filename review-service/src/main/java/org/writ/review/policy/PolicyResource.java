package org.writ.review.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.review.security.Reviewers;
import org.writ.web.list.Page;
import org.writ.web.list.PageQuery;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** Policies: read by whoever works with them, put in force by two persons. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
class PolicyResource {

  /** RFC 9512. */
  private static final String YAML = "application/yaml";

  private static final Pattern TAG = Pattern.compile("\\s*\"([0-9a-f]{64})\"\\s*");

  private final Policymaking policymaking;
  private final Reviewers reviewers;
  private final BodyLimit limit;

  PolicyResource(Policymaking policymaking, Reviewers reviewers, BodyLimit limit) {
    this.policymaking = policymaking;
    this.reviewers = reviewers;
    this.limit = limit;
  }

  @GET
  @RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
  @Operation(
      summary = "All policies by id: in force, to come, superseded, drafts",
      description =
          "Several are in force at once, each for its regimes; one that names countries goes before"
              + " one that names none.")
  @APIResponse(
      responseCode = "200",
      description = "A page of policies",
      content =
          @Content(
              schema = @Schema(implementation = PolicyList.class),
              example =
                  """
                  {"items":[{"id":"eu-e-evidence","digest":"9f2c0d4b9f2c0d4b9f2c0d4b9f2c0d4b\
                  9f2c0d4b9f2c0d4b9f2c0d4b9f2c0d4b","status":"IN_FORCE",\
                  "origin":"DEPLOYMENT","effectiveFrom":"2026-08-18","effectiveUntil":null,\
                  "governs":[{"regime":"EU_E_EVIDENCE","countries":[]}]}],"nextCursor":null}\
                  """))
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public PolicyList list(@BeanParam PageQuery page) {
    Page<PolicySummary> found = policymaking.list(page.after(PolicySummary::place), page.size());
    return new PolicyList(found.rows(), found.nextCursor());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
  @Operation(summary = "A policy with its document, digest and history")
  @APIResponse(
      responseCode = "200",
      description = "The policy; its ETag is the digest of its document",
      content = @Content(schema = @Schema(implementation = PolicyView.class)))
  @APIResponse(responseCode = "404", description = "There is no such policy")
  public Response read(@PathParam("id") String id) {
    return answer(Response.ok(), policymaking.view(id));
  }

  @POST
  @Consumes(YAML)
  @RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
  @Operation(
      summary = "Proposes a policy",
      description =
          "It counts once another person confirmed it, from its effectiveFrom on, which has to be"
              + " after today. A document of the same id that nobody confirmed yet is replaced.")
  @RequestBody(
      required = true,
      description = "The policy's document",
      content =
          @Content(
              mediaType = YAML,
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  id: 2027-01-narrower
                  effectiveFrom: 2027-01-15
                  governs: [{regime: MLAT}]
                  heldFor: P12M
                  """))
  @APIResponse(
      responseCode = "201",
      description = "It is read without a fault and waits for another person",
      content = @Content(schema = @Schema(implementation = PolicyView.class)))
  @APIResponse(responseCode = "409", description = "A policy of this id counts already")
  @APIResponse(responseCode = "413", description = "The document is too long")
  @APIResponse(responseCode = "415", description = "It is not sent as application/yaml")
  @APIResponse(
      responseCode = "422",
      description = "Every fault is named in errors, with its line and rule",
      content =
          @Content(
              mediaType = "application/problem+json",
              example =
                  """
                  {"type":"about:blank","title":"Unprocessable Content","status":422,\
                  "detail":"1 fault(s); each is named in errors.","errors":[{"pointer":"line 26",\
                  "detail":"rule suspect: /ground NO_REASON is none of the policy's grounds"}]}\
                  """))
  public Response propose(InputStream document) {
    String id =
        policymaking.propose(
            limit.read(document), reviewers.inFirstOf(Roles.OPS, Roles.SENIOR_REVIEWER));
    return answer(
        Response.status(Status.CREATED).location(URI.create("/v1/policies/" + id)),
        policymaking.view(id));
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
  @Operation(summary = "Confirms a policy that another person proposed")
  @APIResponse(
      responseCode = "200",
      description = "It counts from its effectiveFrom on",
      content = @Content(schema = @Schema(implementation = PolicyView.class)))
  @APIResponse(responseCode = "404", description = "There is no such policy")
  @APIResponse(
      responseCode = "409",
      description =
          "The caller proposed it, it counts already, its first day has come, it does not fit"
              + " beside the others any more, or this version of the service refuses its document")
  @APIResponse(responseCode = "412", description = "Another document is proposed meanwhile")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response activate(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    policymaking.activate(
        id, digest(ifMatch), reviewers.inFirstOf(Roles.OPS, Roles.SENIOR_REVIEWER));
    return answer(Response.ok(), policymaking.view(id));
  }

  /** The digest that the caller has seen; empty for a tag that this service never gives. */
  private static String digest(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problems.preconditionMissing(
          "Send If-Match with the ETag that came with the policy when you last saw it.");
    }
    Matcher tag = TAG.matcher(ifMatch);
    return tag.matches() ? tag.group(1) : "";
  }

  private static Response answer(Response.ResponseBuilder answer, PolicyView view) {
    return answer
        .entity(view)
        .header(HttpHeaders.ETAG, "\"" + view.policy().digest() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
