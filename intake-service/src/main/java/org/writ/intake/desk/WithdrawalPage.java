package org.writ.intake.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.intake.desk.RequestDetail.Said;
import org.writ.intake.request.WithdrawRequest;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** Taking a request back: says what will happen, asks once. */
@Path("/desk/requests/{id}/withdrawal")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AGENCY)
class WithdrawalPage {

  private static final int UNPROCESSABLE = 422;
  private static final String REASON = "reason";

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance withdraw(RequestDetail d, Frame f);
  }

  private final OneRequest request;
  private final WithdrawRequest withdrawRequest;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  WithdrawalPage(
      OneRequest request, WithdrawRequest withdrawRequest, Visit visit, BodyLimit bodyLimit) {
    this.request = request;
    this.withdrawRequest = withdrawRequest;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance ask(@PathParam("id") String id) {
    var page = page(id, Said.NOTHING);
    if (!page.d().canWithdraw()) {
      throw Problems.conflict("This request cannot be withdrawn any more.");
    }
    return Templates.withdraw(page.d(), page.f());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response withdraw(@PathParam("id") String id, InputStream body) {
    String reason = Message.typed(bodyLimit.read(body), REASON);
    if (reason.isBlank()) {
      return OneRequest.after(
          id, withdrawRequest.withdraw(request.actingAgency(), id, null, request.actor()));
    }
    return Message.fault(visit.words(), reason)
        .map(fault -> again(page(id, new Said(REASON, reason, fault))))
        .orElseGet(
            () ->
                OneRequest.after(
                    id,
                    withdrawRequest.withdraw(request.actingAgency(), id, reason, request.actor())));
  }

  private record Shown(RequestDetail d, Frame f) {}

  private Shown page(String id, Said said) {
    var frame =
        visit.frame("", visit.words(), OneRequest.address(id) + "/withdrawal", Frame.LANGUAGE_FORM);
    return new Shown(request.detail(frame, id, said, RequestDetail.News.NONE), frame);
  }

  private static Response again(Shown page) {
    return Response.status(UNPROCESSABLE).entity(Templates.withdraw(page.d(), page.f())).build();
  }
}
