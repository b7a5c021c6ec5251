package org.writ.review.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.pages.Visit;
import org.writ.review.casework.Casework;
import org.writ.web.download.Downloads;
import org.writ.web.security.Roles;

/**
 * A document of a case, handed through from intake to the reviewer's browser. Intake does not know
 * who is in a conflict of interest; that is asked here, where the reading is recorded, too.
 */
@Path("/desk/cases/{id}/documents/{document}")
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class DocumentPage {

  private final KeptDocuments documents;
  private final OneCase one;
  private final Casework casework;
  private final Visit visit;
  private final Downloads downloads;

  DocumentPage(
      KeptDocuments documents, OneCase one, Casework casework, Visit visit, Downloads downloads) {
    this.documents = documents;
    this.one = one;
    this.casework = casework;
    this.visit = visit;
    this.downloads = downloads;
  }

  @GET
  @jakarta.ws.rs.Produces({MediaType.WILDCARD, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response fetch(@PathParam("id") String id, @PathParam("document") String document) {
    CaseScreen.known(document);
    casework.readItems(CaseScreen.known(id), 0, 1, one.reviewer());
    var fetched = documents.fetch(id, document, visit.token());
    var answer =
        Response.ok(downloads.of(fetched.content().bytes()), fetched.type())
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "%s; filename=\"%s\""
                    .formatted(fetched.shown() ? "inline" : "attachment", document));
    if (fetched.content().size() >= 0) {
      answer.header(HttpHeaders.CONTENT_LENGTH, fetched.content().size());
    }
    return answer.build();
  }
}
