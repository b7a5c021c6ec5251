package org.writ.disclosure.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.web.download.Downloads;
import org.writ.web.list.Cursors;
import org.writ.web.list.Page;
import org.writ.web.list.PageQuery;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/**
 * Deliveries, for the agencies that they are for. Another agency's is as unknown as one that does
 * not exist.
 */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Deliveries")
class DeliveryResource {

  private static final String PACKAGE_TYPE = "application/pkcs7-mime";
  private static final String NOT_FOUND = "You have no delivery of this id.";

  private final DeliveryRows rows;
  private final FetchPackage fetchPackage;
  private final AcknowledgeDelivery acknowledgeDelivery;
  private final PackageContent content;
  private final Transactions transactions;
  private final Caller caller;
  private final JsonBodies bodies;
  private final Downloads downloads;

  DeliveryResource(
      DeliveryRows rows,
      FetchPackage fetchPackage,
      AcknowledgeDelivery acknowledgeDelivery,
      PackageContent content,
      Transactions transactions,
      Caller caller,
      JsonBodies bodies,
      Downloads downloads) {
    this.rows = rows;
    this.fetchPackage = fetchPackage;
    this.acknowledgeDelivery = acknowledgeDelivery;
    this.content = content;
    this.transactions = transactions;
    this.caller = caller;
    this.bodies = bodies;
    this.downloads = downloads;
  }

  @GET
  @Operation(summary = "Lists your deliveries, the newest first")
  @APIResponse(responseCode = "200", description = "Some of them, and a cursor if there are more")
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public DeliveryPage list(
      @BeanParam PageQuery page, @QueryParam("requestId") @Nullable String requestId) {
    String agency = caller.agencyId();
    int size = page.size();
    String before = page.after(Cursors::readId);
    return transactions.call(
        () -> {
          var found =
              Page.find(
                  size,
                  most -> rows.page(agency, before, requestId, most),
                  row -> Cursors.write(row.deliveryId));
          return new DeliveryPage(found.map(DeliveryView::of), found.nextCursor());
        });
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How far one of your deliveries has come")
  @APIResponse(responseCode = "200", description = "The delivery")
  @APIResponse(responseCode = "404", description = "You have no delivery of this id")
  public DeliveryView find(@PathParam("id") String id) {
    String agency = caller.agencyId();
    return transactions
        .call(() -> rows.ofAgency(agency, id).map(DeliveryView::of))
        .orElseThrow(() -> Problems.unknown(NOT_FOUND));
  }

  @GET
  @Path("/{id}/package")
  @Produces({PACKAGE_TYPE, MediaType.APPLICATION_JSON})
  @Operation(summary = "The encrypted package; that it is fetched is recorded")
  @APIResponse(
      responseCode = "200",
      description = "CMS EnvelopedData (DER) to the agency's certificate",
      content = @Content(mediaType = PACKAGE_TYPE))
  @APIResponse(responseCode = "404", description = "You have no delivery of this id")
  @APIResponse(
      responseCode = "409",
      description = "It is still being prepared, there is no data, or your agency is suspended")
  @APIResponse(responseCode = "410", description = "It has expired, or the request is withdrawn")
  public Response fetch(@PathParam("id") String id) {
    DeliveryView delivery =
        fetchPackage
            .fetch(caller.agencyId(), id, caller.as(Roles.AGENCY))
            .orElseThrow(() -> Problems.unknown(NOT_FOUND));
    String sha256 = Objects.requireNonNull(delivery.sha256());
    return Response.ok(downloads.of(out -> content.writeTo(sha256, out)), PACKAGE_TYPE)
        .header(HttpHeaders.CONTENT_LENGTH, delivery.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + delivery.id() + ".p7m\"")
        .header(HttpHeaders.ETAG, "\"" + sha256 + "\"")
        .header("Repr-Digest", "sha-256=:" + base64(sha256) + ":")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  @POST
  @Path("/{id}/acknowledgement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Confirms that you have the package, by its SHA-256")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = AcknowledgementBody.class)))
  @APIResponse(responseCode = "200", description = "It is recorded, now or before")
  @APIResponse(responseCode = "404", description = "You have no delivery of this id")
  @APIResponse(
      responseCode = "409",
      description = "There is no package, or your agency is suspended")
  @APIResponse(responseCode = "410", description = "It has expired, or the request is withdrawn")
  @APIResponse(responseCode = "413", description = "The body is too long")
  @APIResponse(responseCode = "422", description = "It is not the package's SHA-256")
  public DeliveryView acknowledge(@PathParam("id") String id, InputStream body) {
    String agency = caller.agencyId();
    var tree = bodies.read(body);
    var acknowledgement = AcknowledgementBody.read(tree).orRefuse();
    return acknowledgeDelivery
        .acknowledge(agency, id, acknowledgement.sha256(), caller.as(Roles.AGENCY))
        .orElseThrow(() -> Problems.unknown(NOT_FOUND));
  }
}
