package org.writ.review.desk.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.policy.PolicySummary;
import org.writ.review.policy.Policymaking;
import org.writ.review.security.Reviewers;
import org.writ.web.list.Page;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** All policies, and one of them; a second person puts it in force here. */
@Path("/desk/policies")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
class PolicyPage {

  static final String HERE = "policies";
  private static final int ON_A_PAGE = 50;

  /** The templates. */
  @CheckedTemplate(basePath = "desk/register")
  static class Templates {

    private Templates() {}

    static native TemplateInstance policies(
        List<PolicyLine> lines, String next, boolean first, Frame f);

    static native TemplateInstance policy(PolicyDetail d, Frame f);
  }

  private final Policymaking policymaking;
  private final Reviewers reviewers;
  private final Refusals refusals;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  PolicyPage(
      Policymaking policymaking,
      Reviewers reviewers,
      Refusals refusals,
      Visit visit,
      BodyLimit bodyLimit) {
    this.policymaking = policymaking;
    this.reviewers = reviewers;
    this.refusals = refusals;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  /** The address of one. */
  static String address(String id) {
    return "/desk/policies/" + id;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
    var frame = visit.frame(HERE);
    String after =
        cursor == null
            ? null
            : PolicySummary.place(cursor)
                .orElseThrow(() -> Problems.unknown("There is no such place in the list."));
    Page<PolicySummary> page = policymaking.list(after, ON_A_PAGE);
    return Templates.policies(
        page.map(policy -> new PolicyLine(frame.w(), policy)),
        page.nextCursor() == null ? "" : "/desk/policies?cursor=" + page.nextCursor(),
        cursor == null,
        frame);
  }

  @GET
  @Path("/{id}")
  @Operation(hidden = true)
  public Response look(
      @PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
    return show(id, Refusal.NONE, PolicyDetail.known(done));
  }

  /** Confirms exactly the bytes that the page showed. */
  @POST
  @Path("/{id}/activation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
  @Operation(hidden = true)
  public Response activate(@PathParam("id") String id, InputStream body) {
    String digest = Typed.read(body, bodyLimit).of("digest");
    Refusal refusal =
        refusals.of(
            () ->
                policymaking.activate(
                    id, digest, reviewers.inFirstOf(Roles.OPS, Roles.SENIOR_REVIEWER)));
    return refusal.isNone()
        ? Response.seeOther(URI.create(address(id) + "?done=activated")).build()
        : show(id, refusal, "");
  }

  private Response show(String id, Refusal refusal, String done) {
    var reading = policymaking.look(id);
    String known = reading.view().policy().id();
    var frame = visit.frame(HERE, visit.words(), address(known), Frame.LANGUAGE_FORM);
    var detail = new PolicyDetail(frame, reviewers.signedIn().id(), reading, refusal, done);
    return Response.status(refusal.status()).entity(Templates.policy(detail, frame)).build();
  }
}
