package org.writ.intake.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.writ.intake.document.DocumentKind;
import org.writ.intake.document.ReceiveDocument;
import org.writ.pages.Reasons;
import org.writ.pages.Visit;
import org.writ.web.security.Roles;

/** Handing in the order, and other documents. */
@Path("/desk/requests/{id}/documents")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AGENCY)
class UploadPage {

  private static final String FILE = "file";

  /** What is wrong with the file or its name, so that another one helps. */
  private static final Set<Integer> FILES_FAULT = Set.of(409, 413, 415, 422);

  private final OneRequest request;
  private final ReceiveDocument receiveDocument;
  private final Reasons reasons;
  private final Visit visit;

  UploadPage(OneRequest request, ReceiveDocument receiveDocument, Reasons reasons, Visit visit) {
    this.request = request;
    this.receiveDocument = receiveDocument;
    this.reasons = reasons;
    this.visit = visit;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response receive(
      @PathParam("id") String id,
      @RestForm(FILE) @Nullable FileUpload file,
      @RestForm("kind") @Nullable String kind) {
    if (file == null || file.size() == 0) {
      return request.again(id, FILE, "", visit.words().t("one.document.missing"));
    }
    try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
      var sent = new ReceiveDocument.Sent(id, file.fileName(), kind(kind), null);
      receiveDocument.receive(request.actingAgency(), sent, bytes, request.actor());
      return Response.seeOther(java.net.URI.create(OneRequest.address(id) + "#documents")).build();
    } catch (HttpProblem refused) {
      if (!FILES_FAULT.contains(refused.getStatusCode())) {
        throw refused;
      }
      return request.again(id, FILE, "", why(refused));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String why(HttpProblem refused) {
    return Optional.ofNullable(refused.getDetail())
        .flatMap(said -> reasons.say(visit.words(), said))
        .orElseGet(() -> visit.words().t("fault.file"));
  }

  private static @Nullable DocumentKind kind(@Nullable String name) {
    return Arrays.stream(DocumentKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
