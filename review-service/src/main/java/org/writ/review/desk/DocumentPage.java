package org.writ.review.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.review.casework.CaseIds;
import org.writ.review.document.CaseDocuments;
import org.writ.web.security.Roles;

/** A document of a case, beside it in the reviewer's browser. */
@Path("/desk/cases/{id}/documents/{document}")
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class DocumentPage {

  private final CaseDocuments documents;
  private final OneCase one;
  private final ShownDocuments shown;

  DocumentPage(CaseDocuments documents, OneCase one, ShownDocuments shown) {
    this.documents = documents;
    this.one = one;
    this.shown = shown;
  }

  @GET
  @jakarta.ws.rs.Produces({MediaType.WILDCARD, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response fetch(@PathParam("id") String id, @PathParam("document") String document) {
    return shown.answer(
        documents.fetch(CaseIds.known(id), CaseIds.known(document), one.reviewer()), document);
  }
}
