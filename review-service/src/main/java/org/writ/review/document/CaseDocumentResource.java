package org.writ.review.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.review.casework.CaseIds;
import org.writ.review.security.Reviewers;
import org.writ.web.download.Downloads;
import org.writ.web.security.Roles;

/** The documents of cases, for reviewers and auditors. */
@Path("/v1/cases/{id}/documents/{documentId}")
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.AUDITOR})
@Tag(name = "Cases")
class CaseDocumentResource {

  private final CaseDocuments documents;
  private final Reviewers reviewers;
  private final Downloads downloads;

  CaseDocumentResource(CaseDocuments documents, Reviewers reviewers, Downloads downloads) {
    this.documents = documents;
    this.reviewers = reviewers;
    this.downloads = downloads;
  }

  @GET
  @Produces({MediaType.WILDCARD, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "A document of a case, as the agency handed it in",
      description = "The reading is recorded; what is read within a few minutes is one reading.")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(implementation = byte[].class, format = "binary")))
  @APIResponse(responseCode = "404", description = "There is no such case, or no such document")
  @APIResponse(responseCode = "409", description = "It has yet to be scanned")
  @APIResponse(responseCode = "410", description = "It was infected, or the request is erased")
  @APIResponse(responseCode = "503", description = "Documents cannot be fetched at this moment")
  public Response find(@PathParam("id") String id, @PathParam("documentId") String documentId) {
    var reader = reviewers.inFirstOf(Roles.SENIOR_REVIEWER, Roles.REVIEWER, Roles.AUDITOR);
    var fetched = documents.fetch(CaseIds.known(id), CaseIds.known(documentId), reader);
    var answer =
        Response.ok(downloads.of(fetched.content().bytes()), fetched.type())
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s\"".formatted(documentId))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", "default-src 'none'; sandbox");
    if (fetched.content().size() >= 0) {
      answer.header(HttpHeaders.CONTENT_LENGTH, fetched.content().size());
    }
    return answer.build();
  }
}
