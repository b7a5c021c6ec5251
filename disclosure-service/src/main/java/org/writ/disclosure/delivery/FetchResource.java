package org.writ.disclosure.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.disclosure.access.StoppedAgencies;
import org.writ.eventlog.Transactions;
import org.writ.web.list.Cursors;
import org.writ.web.list.Page;
import org.writ.web.list.PageQuery;
import org.writ.web.security.Roles;

/** What an agency ever had in hand: the question after one of its sign-ins was stolen. */
@Path("/v1/agencies/{id}/fetches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.AUDITOR})
@Tag(name = "Fetches")
class FetchResource {

  private final PackageFetchRows rows;
  private final StoppedAgencies stopped;
  private final Transactions transactions;

  FetchResource(PackageFetchRows rows, StoppedAgencies stopped, Transactions transactions) {
    this.rows = rows;
    this.stopped = stopped;
    this.transactions = transactions;
  }

  @GET
  @Operation(
      summary = "Every package that an agency ever fetched, the newest first",
      description =
          "Each time that it was fetched. An agency that fetched nothing has no items. Once stop says"
              + " SUSPENDED or CLOSED, nothing more is added.")
  @APIResponse(responseCode = "200", description = "Some of them, and a cursor if there are more")
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public FetchPage list(@PathParam("id") String id, @BeanParam PageQuery page) {
    int size = page.size();
    String before = page.after(Cursors::readId);
    return transactions.call(
        () -> {
          var stop = stopped.of(id);
          Page<PackageFetchRow> found =
              Page.find(
                  size, most -> rows.page(id, before, most), row -> Cursors.write(row.eventId));
          return new FetchPage(
              found.map(FetchPage.Fetch::of), found.nextCursor(), stop.orElse(null));
        });
  }
}
