package org.writ.review.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.review.casework.CaseIds;
import org.writ.review.document.CaseDocuments;
import org.writ.review.quality.Quality;
import org.writ.review.quality.ReviewConflict;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/**
 * A document of a case for whoever reviews its decision. It belongs to the reading that taking the
 * review was, and is none of the case: whoever reads that could see its decision.
 */
@Path("/desk/reviews/{id}/documents/{document}")
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class ReviewDocumentPage {

  private final Quality quality;
  private final CaseDocuments documents;
  private final OneCase one;
  private final ShownDocuments shown;

  ReviewDocumentPage(Quality quality, CaseDocuments documents, OneCase one, ShownDocuments shown) {
    this.quality = quality;
    this.documents = documents;
    this.one = one;
    this.shown = shown;
  }

  @GET
  @Produces({MediaType.WILDCARD, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response fetch(@PathParam("id") String id, @PathParam("document") String document) {
    try {
      String caseId =
          quality.requireShown(ReviewScreen.known(id), CaseIds.known(document), one.reviewer());
      return shown.answer(documents.fetch(caseId, document), document);
    } catch (ReviewConflict conflict) {
      throw Problems.conflict(String.valueOf(conflict.getMessage()));
    }
  }
}
