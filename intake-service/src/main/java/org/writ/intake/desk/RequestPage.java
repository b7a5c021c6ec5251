package org.writ.intake.desk;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.intake.desk.RequestDetail.News;
import org.writ.intake.request.ExtendPreservation;
import org.writ.web.security.Roles;

/** One request: how far it has come, what was said, what waits. */
@Path("/desk/requests/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AGENCY)
class RequestPage {

  private final OneRequest request;
  private final ExtendPreservation extendPreservation;

  RequestPage(OneRequest request, ExtendPreservation extendPreservation) {
    this.request = request;
    this.extendPreservation = extendPreservation;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance look(
      @PathParam("id") String id,
      @QueryParam("received") @Nullable String received,
      @QueryParam("acknowledged") @Nullable String acknowledged) {
    News news =
        received != null ? News.RECEIVED : acknowledged != null ? News.ACKNOWLEDGED : News.NONE;
    return request.page(id, RequestDetail.Said.NOTHING, news);
  }

  @POST
  @Path("/extension")
  @Operation(hidden = true)
  public Response extend(@PathParam("id") String id) {
    return OneRequest.after(
        id, extendPreservation.extend(request.actingAgency(), id, request.actor()));
  }
}
