package org.writ.intake.receipt;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** Receipts, for the agencies that submitted. */
@Path("/v1/requests/{id}/receipt")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Requests")
class ReceiptResource {

  private static final int RETRY_SECONDS = 10;

  private final Receipts receipts;
  private final Caller caller;

  ReceiptResource(Receipts receipts, Caller caller) {
    this.receipts = receipts;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "The proof that the public ledger has the submission",
      description =
          "Can be checked offline, with the ledger's verifier key from another source: java -jar"
              + " writ-receipt.jar verify RECEIPT --key KEY.")
  @APIResponse(responseCode = "200", description = "Inclusion proof and signed checkpoint")
  @APIResponse(
      responseCode = "404",
      description =
          "There is no such request, it is not the agency's, or the ledger does not have it yet")
  @APIResponse(
      responseCode = "503",
      description = "The ledger cannot be asked now",
      headers = @Header(name = "Retry-After", description = "Seconds"))
  public Receipt find(@PathParam("id") String id) {
    return switch (receipts.find(caller.agencyId(), id)) {
      case Receipts.Standing.Proven proven -> proven.receipt();
      case Receipts.Standing.Unknown _ ->
          throw Problems.unknown("You have no request with this id.");
      case Receipts.Standing.Pending _ ->
          throw Problems.unknown(
              "The ledger does not have this submission yet; ask again in a moment.");
      case Receipts.Standing.Unavailable _ -> throw unavailable();
    };
  }

  private static HttpProblem unavailable() {
    return HttpProblem.builder()
        .withStatus(Status.SERVICE_UNAVAILABLE)
        .withTitle(Status.SERVICE_UNAVAILABLE.getReasonPhrase())
        .withDetail("The ledger cannot be asked now; ask again in a moment.")
        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .build();
  }
}
