package org.writ.intake.hi1;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.web.problem.BodyLimit;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** The handover interface HI-1 of ETSI TS 103 120, for agencies' own systems. */
@Path("/hi1")
@RolesAllowed(Roles.AGENCY)
@Tag(name = "HI-1")
class HandoverResource {

  private final Transactions transactions;
  private final AnswerMessage answerMessage;
  private final RegisteredAgencies agencies;
  private final Caller caller;
  private final BodyLimit bodyLimit;

  HandoverResource(
      Transactions transactions,
      AnswerMessage answerMessage,
      RegisteredAgencies agencies,
      Caller caller,
      BodyLimit bodyLimit) {
    this.transactions = transactions;
    this.answerMessage = answerMessage;
    this.agencies = agencies;
    this.caller = caller;
    this.bodyLimit = bodyLimit;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Answers a message of ETSI TS 103 120 in its JSON encoding",
      description =
          "A message that is answered is answered with 200; what is wrong with it stands in the"
              + " answer, by the standard's error codes. The same bytes again get the same answer.")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "The answer, a message of the standard",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "403",
      description = "The caller's agency is not the sender that the message names, or may not act")
  @APIResponse(responseCode = "413", description = "The body is too large")
  @APIResponse(
      responseCode = "503",
      description =
          "The message cannot be recorded or answered now; send the same again, nothing is done"
              + " twice",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response answer(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, InputStream body) {
    boolean isXml = contentType != null && contentType.contains("xml");
    byte[] message = bodyLimit.read(body);
    try {
      // In a transaction that ends: a connection that is held on to is missing to others.
      var agency = transactions.call(() -> agencies.active(caller.agencyId()));
      return Response.ok(
              text(answerMessage.answer(agency, message, isXml, caller.as(Roles.AGENCY))))
          .build();
    } catch (RuntimeException failure) {
      if (Transactions.isUnavailable(failure)) {
        return Response.status(Status.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, "1")
            .entity(text(answerMessage.unrecorded(message)))
            .build();
      }
      throw failure;
    }
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }
}
