package org.writ.intake.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** The program that checks receipts without us. */
@Path("/desk/writ-receipt.jar")
@RolesAllowed(Roles.AGENCY)
class ReceiptProgramPage {

  private final ReceiptCheck check;

  ReceiptProgramPage(ReceiptCheck check) {
    this.check = check;
  }

  @GET
  @Produces("application/java-archive")
  @Operation(hidden = true)
  public Response download() {
    var program =
        check
            .program()
            .orElseThrow(() -> Problems.unknown("The program is not offered here; ask for it."));
    return Response.ok(program.toFile())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"writ-receipt.jar\"")
        .build();
  }
}
