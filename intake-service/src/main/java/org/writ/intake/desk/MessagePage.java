package org.writ.intake.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.intake.request.AnswerClarification;
import org.writ.intake.request.SupplementRequest;
import org.writ.pages.Visit;
import org.writ.web.problem.BodyLimit;
import org.writ.web.security.Roles;

/** What the agency says about its request, asked or not. */
@Path("/desk/requests/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Roles.AGENCY)
class MessagePage {

  private final OneRequest request;
  private final AnswerClarification answerClarification;
  private final SupplementRequest supplementRequest;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  MessagePage(
      OneRequest request,
      AnswerClarification answerClarification,
      SupplementRequest supplementRequest,
      Visit visit,
      BodyLimit bodyLimit) {
    this.request = request;
    this.answerClarification = answerClarification;
    this.supplementRequest = supplementRequest;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  @POST
  @Path("/clarification")
  @Operation(hidden = true)
  public Response answer(@PathParam("id") String id, InputStream body) {
    return say(
        id,
        "answer",
        body,
        text -> answerClarification.answer(request.actingAgency(), id, text, request.actor()));
  }

  @POST
  @Path("/supplement")
  @Operation(hidden = true)
  public Response supplement(@PathParam("id") String id, InputStream body) {
    return say(
        id,
        "supplement",
        body,
        text -> supplementRequest.supplement(request.actingAgency(), id, text, request.actor()));
  }

  private Response say(
      String id, String field, InputStream body, Function<String, Optional<?>> command) {
    String text = Message.typed(bodyLimit.read(body), field);
    return Message.fault(visit.words(), text)
        .map(fault -> request.again(id, field, text, fault))
        .orElseGet(() -> OneRequest.after(id, command.apply(text)));
  }
}
