package org.writ.intake.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.intake.document.ReceiveDocument.Sent;
import org.writ.intake.document.RequestDocuments.Opened;
import org.writ.web.download.Downloads;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/**
 * Documents of requests, for the agencies that hand them in, and for the review-service, which
 * hands them to reviewers.
 */
@Path("/v1/requests/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class DocumentResource {

  private static final String NOT_FOUND = "You have no request with this id.";

  private final ReceiveDocument receiveDocument;
  private final RequestDocuments documents;
  private final DocumentConfig config;
  private final Caller caller;
  private final Downloads downloads;

  DocumentResource(
      ReceiveDocument receiveDocument,
      RequestDocuments documents,
      DocumentConfig config,
      Caller caller,
      Downloads downloads) {
    this.receiveDocument = receiveDocument;
    this.documents = documents;
    this.config = config;
    this.caller = caller;
    this.downloads = downloads;
  }

  @PUT
  @Path("/{fileName}")
  @RolesAllowed(Roles.AGENCY)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Hands in a document",
      description =
          "PDF, JPEG, PNG, TIFF or ASiC, told from the bytes; up to 20 MiB. The same name with the"
              + " same bytes gets the same answer.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(implementation = byte[].class, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "The request had this document already",
      content = @Content(schema = @Schema(implementation = DocumentView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The document is received",
      content = @Content(schema = @Schema(implementation = DocumentView.class)))
  @APIResponse(responseCode = "400", description = "Content-Digest is malformed")
  @APIResponse(responseCode = "403", description = "The agency may not act")
  @APIResponse(responseCode = "404", description = "There is no such request, or it is not yours")
  @APIResponse(
      responseCode = "409",
      description =
          "Another document has this name, the request is answered, or it has too many documents")
  @APIResponse(responseCode = "413", description = "The document is too large")
  @APIResponse(responseCode = "415", description = "The document is of no type that is taken")
  @APIResponse(
      responseCode = "422",
      description =
          "The name is not allowed, the body is not what Content-Digest says, or the document is"
              + " infected or unsafe to open")
  @APIResponse(responseCode = "503", description = "The document cannot be scanned now")
  public Response put(
      @PathParam("id") String id,
      @Parameter(schema = @Schema(minLength = 1, maxLength = 200)) @PathParam("fileName")
          String fileName,
      @Parameter(
              description =
                  "What it is for; by default the order if it is the first document, else a"
                      + " supplement. The order that confirms an emergency has to be called ORDER.",
              schema = @Schema(implementation = DocumentKind.class))
          @QueryParam("kind")
          @Nullable String kind,
      @Parameter(description = "RFC 9530, sha-256 or sha-512; checked if sent")
          @HeaderParam(ContentDigest.HEADER)
          @Nullable String contentDigest,
      InputStream body) {
    var sent = new Sent(id, fileName, kind(kind), contentDigest);
    var received = receiveDocument.receive(caller.agencyId(), sent, body, caller.as(Roles.AGENCY));
    return Response.status(received.isNew() ? Status.CREATED : Status.OK)
        .location(URI.create("/v1/requests/" + id + "/documents/" + received.document().id()))
        .entity(received.document())
        .build();
  }

  @GET
  @RolesAllowed(Roles.AGENCY)
  @Operation(summary = "The documents of one of the agency's own requests")
  @APIResponse(responseCode = "200", description = "The documents, in the order in which they came")
  @APIResponse(responseCode = "404", description = "There is no such request, or it is not yours")
  public DocumentList list(@PathParam("id") String id) {
    return documents
        .list(caller.agencyId(), id)
        .map(found -> new DocumentList(found, null))
        .orElseThrow(() -> Problems.unknown(NOT_FOUND));
  }

  @GET
  @Path("/{documentId}")
  @RolesAllowed({Roles.AGENCY, Roles.SERVICE})
  @Produces({MediaType.WILDCARD, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "A document's bytes, for its agency",
      description = "Reviewers and auditors read it at the review-service, which records it.")
  @APIResponse(
      responseCode = "200",
      description = "The document, as it was handed in",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(implementation = byte[].class, format = "binary")))
  @APIResponse(responseCode = "403", description = "The service that calls reads no documents")
  @APIResponse(responseCode = "404", description = "There is no such document, or it is not yours")
  @APIResponse(responseCode = "409", description = "It has yet to be scanned, or never can be")
  @APIResponse(responseCode = "410", description = "It was infected, or the request is erased")
  public Response find(
      @PathParam("id") String id,
      @PathParam("documentId") String documentId,
      @Context SecurityContext security) {
    // Who acts for an agency sees what is its own, whatever other roles the token has.
    Optional<Opened> found =
        security.isUserInRole(Roles.AGENCY)
            ? documents.open(caller.agencyId(), id, documentId)
            : openOfAny(id, documentId);
    return found
        .map(this::answer)
        .orElseThrow(() -> Problems.unknown("There is no such document, or it is not yours."));
  }

  private Optional<Opened> openOfAny(String id, String documentId) {
    if (!caller.isMachine() || caller.client().filter(config.readingClient()::equals).isEmpty()) {
      throw Problems.forbidden("Documents are read by their agency, and through their case.");
    }
    return documents.openOfAny(id, documentId);
  }

  /** Made so that no browser opens it as a page of this service, whatever is in it. */
  private Response answer(Opened opened) {
    var document = opened.document();
    return Response.ok(downloads.of(opened.bytes()), document.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, document.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Repr-Digest", "sha-256=:" + base64(document.sha256()) + ":")
        .build();
  }

  /** RFC 6266: a name that every client reads, and the agency's own for those that read UTF-8. */
  private static String disposition(DocumentView document) {
    String extension =
        DocumentType.ofMediaType(document.mediaType()).map(DocumentType::extension).orElse("bin");
    String plain = "attachment; filename=\"%s.%s\"".formatted(document.id(), extension);
    String name = document.fileName();
    return name == null
        ? plain
        : plain
            + "; filename*=UTF-8''"
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static @Nullable DocumentKind kind(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind.name().equals(text)) {
        return kind;
      }
    }
    throw Problems.invalid(
        "The query parameter kind must be one of ORDER, TRANSLATION, SUPPLEMENT, OTHER.");
  }
}
