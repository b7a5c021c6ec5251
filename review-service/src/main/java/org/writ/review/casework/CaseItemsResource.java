package org.writ.review.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.review.security.Reviewers;
import org.writ.web.list.PageQuery;
import org.writ.web.security.Roles;

/** The items of cases that have more than a case shows, for reviewers. */
@Path("/v1/cases/{id}/items")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
@Tag(name = "Cases")
class CaseItemsResource {

  private final Casework casework;
  private final Reviewers reviewers;

  CaseItemsResource(Casework casework, Reviewers reviewers) {
    this.casework = casework;
    this.reviewers = reviewers;
  }

  @GET
  @Operation(
      summary = "The items of a case, in the order of the request",
      description =
          "All of them page by page, also those that the case itself shows. The reading is"
              + " recorded; pages that are read within a few minutes are one reading.")
  @APIResponse(
      responseCode = "200",
      description = "A page of items, with what the policy finds about them",
      content = @Content(schema = @Schema(implementation = CaseItemList.class)))
  @APIResponse(responseCode = "404", description = "There is no such case")
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public Response page(@PathParam("id") String id, @BeanParam PageQuery page) {
    Integer from = page.after(CaseItemList::position);
    return CaseResource.fresh(
        Response.ok(
            casework.readItems(
                CaseIds.known(id), from == null ? 0 : from, page.size(), reviewers.signedIn())));
  }
}
