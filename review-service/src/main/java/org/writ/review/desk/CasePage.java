package org.writ.review.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.pages.FormBody;
import org.writ.review.casework.CaseIds;
import org.writ.review.casework.Casework;
import org.writ.web.problem.BodyLimit;
import org.writ.web.security.Roles;

/** One case on one screen, and who holds it. */
@Path("/desk/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class CasePage {

  private final CaseScreen screen;
  private final OneCase one;
  private final Casework casework;
  private final BodyLimit bodyLimit;

  CasePage(CaseScreen screen, OneCase one, Casework casework, BodyLimit bodyLimit) {
    this.screen = screen;
    this.one = one;
    this.casework = casework;
    this.bodyLimit = bodyLimit;
  }

  /** Its address. */
  static URI address(String id) {
    return URI.create("/desk/cases/" + id);
  }

  @GET
  @Operation(hidden = true)
  public Response look(
      @PathParam("id") String id,
      @QueryParam("items") @Nullable String position,
      @QueryParam("document") @Nullable String document,
      @QueryParam("done") @Nullable String done) {
    return screen.show(CaseIds.known(id), position, document, News.of(done));
  }

  @POST
  @Path("/claim")
  @Operation(hidden = true)
  public Response claim(@PathParam("id") String id) {
    return screen.attempt(
        CaseIds.known(id), Said.NOTHING, () -> casework.claim(id, one.reviewer()));
  }

  @POST
  @Path("/release")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response release(@PathParam("id") String id, InputStream body) {
    var seen = CaseScreen.seen(FormBody.read(bodyLimit.read(body)));
    return screen.attempt(
        CaseIds.known(id), Said.NOTHING, () -> casework.release(id, seen, one.reviewer()));
  }
}
