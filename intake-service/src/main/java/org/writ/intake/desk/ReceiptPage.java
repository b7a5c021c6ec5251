package org.writ.intake.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.intake.receipt.Receipt;
import org.writ.intake.receipt.Receipts;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** The receipt of a request: what it proves, what it does not, and the file. */
@Path("/desk/requests/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AGENCY)
class ReceiptPage {

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance receipt(
        RequestDetail d, Frame f, @Nullable Receipt receipt, ReceiptCheck.Shown check);
  }

  private final OneRequest request;
  private final Receipts receipts;
  private final ReceiptCheck check;
  private final Visit visit;

  ReceiptPage(OneRequest request, Receipts receipts, ReceiptCheck check, Visit visit) {
    this.request = request;
    this.receipts = receipts;
    this.check = check;
    this.visit = visit;
  }

  @GET
  @Path("/receipt")
  @Operation(hidden = true)
  public TemplateInstance look(@PathParam("id") String id) {
    var frame = visit.frame("");
    var detail = request.detail(frame, id, RequestDetail.Said.NOTHING, RequestDetail.News.NONE);
    return Templates.receipt(detail, frame, receipt(id), check.of(id));
  }

  @GET
  @Path("/receipt.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response download(@PathParam("id") String id) {
    var receipt = receipt(id);
    if (receipt == null) {
      throw Problems.unknown("There is no receipt yet.");
    }
    return Response.ok(receipt)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"receipt-%s.json\"".formatted(receipt.requestId()))
        .build();
  }

  /** Null as long as the ledger does not have the submission, or cannot be asked. */
  private @Nullable Receipt receipt(String id) {
    return receipts.find(request.agencyId(), id)
            instanceof Receipts.Standing.Proven(Receipt receipt)
        ? receipt
        : null;
  }
}
