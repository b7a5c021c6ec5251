package org.writ.disclosure.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.web.security.Roles;

/** What an agency ever had in hand: the question after one of its sign-ins was stolen. */
@Path("/v1/agencies/{id}/fetches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.AUDITOR})
@Tag(name = "Fetches")
class FetchResource {

  private final PackageFetchRows rows;
  private final Transactions transactions;

  FetchResource(PackageFetchRows rows, Transactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  @GET
  @Operation(
      summary = "Every package that an agency ever fetched, the newest first",
      description = "Each time that it was fetched. An agency that fetched nothing has no items.")
  @APIResponse(
      responseCode = "200",
      description = "Some of them, and a cursor if there are more",
      content = @Content(schema = @Schema(implementation = FetchPage.class)))
  @APIResponse(responseCode = "400", description = "limit or cursor cannot be understood")
  public FetchPage list(
      @PathParam("id") String id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @QueryParam("limit")
          @DefaultValue("50")
          String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int count = Paging.limit(limit);
    String before = cursor == null ? null : Paging.readCursor(cursor);
    List<PackageFetchRow> found = transactions.call(() -> rows.page(id, before, count + 1));
    List<FetchPage.Fetch> items = found.stream().limit(count).map(FetchPage.Fetch::of).toList();
    return new FetchPage(
        items, found.size() <= count ? null : Paging.cursor(found.get(count - 1).eventId));
  }
}
