package org.writ.review.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.pages.FormBody;
import org.writ.pages.Visit;
import org.writ.review.casework.CaseIds;
import org.writ.review.casework.Casework;
import org.writ.review.casework.MessageBody;
import org.writ.review.casework.Supervising;
import org.writ.review.casework.VerificationBody;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Reading;
import org.writ.web.security.Roles;

/** What is said about a case in one's own words, and what a second person says to a decision. */
@Path("/desk/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class MessagePage {

  private static final String NOTE = "callNote";
  private static final String APPEAL = "appeal";

  private final CaseScreen screen;
  private final OneCase one;
  private final Casework casework;
  private final Supervising supervising;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  MessagePage(
      CaseScreen screen,
      OneCase one,
      Casework casework,
      Supervising supervising,
      Visit visit,
      BodyLimit bodyLimit) {
    this.screen = screen;
    this.one = one;
    this.casework = casework;
    this.supervising = supervising;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  @POST
  @Path("/clarification")
  @Operation(hidden = true)
  public Response ask(@PathParam("id") String id, InputStream body) {
    var fields = read(body);
    var seen = CaseScreen.seen(fields);
    return say(
        id,
        said(fields, "question"),
        News.ASKED,
        node("question", fields, "question"),
        json -> MessageBody.read(json, "question"),
        text -> casework.ask(id, seen, text, one.reviewer()));
  }

  @POST
  @Path("/objection")
  @Operation(hidden = true)
  public Response object(@PathParam("id") String id, InputStream body) {
    var fields = read(body);
    var seen = CaseScreen.seen(fields);
    return say(
        id,
        said(fields, "reason"),
        News.OBJECTED,
        node("reason", fields, "reason"),
        json -> MessageBody.read(json, "reason"),
        text -> casework.object(id, seen, text, one.reviewer()));
  }

  @POST
  @Path("/appeal")
  @RolesAllowed(Roles.SENIOR_REVIEWER)
  @Operation(hidden = true)
  public Response reopen(@PathParam("id") String id, InputStream body) {
    var fields = read(body);
    var seen = CaseScreen.seen(fields);
    return say(
        id,
        said(fields, APPEAL),
        News.REOPENED,
        node("reason", fields, APPEAL),
        json -> MessageBody.read(json, "reason"),
        text -> supervising.reopen(id, seen, text, one.reviewer()));
  }

  @POST
  @Path("/verification")
  @Operation(hidden = true)
  public Response call(@PathParam("id") String id, InputStream body) {
    var fields = read(body);
    var seen = CaseScreen.seen(fields);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String outcome = DecisionForm.first(fields, "outcome");
    if (!outcome.isEmpty()) {
      json.put("outcome", outcome);
    }
    if (!text(fields, NOTE).isBlank()) {
      json.put("note", text(fields, NOTE));
    }
    return say(
        id,
        said(fields, NOTE),
        News.CALLED,
        json,
        VerificationBody::read,
        call -> casework.verify(id, seen, call, one.reviewer()));
  }

  @POST
  @Path("/confirmation")
  @Operation(hidden = true)
  public Response confirm(@PathParam("id") String id, InputStream body) {
    var seen = CaseScreen.seen(read(body));
    return screen.attempt(
        CaseIds.known(id),
        Said.NOTHING,
        News.CONFIRMED,
        () -> casework.confirm(id, seen, one.reviewer()));
  }

  private <T> Response say(
      String id,
      Said said,
      News news,
      JsonNode json,
      Function<JsonNode, Reading<T>> reader,
      Consumer<T> command) {
    CaseIds.known(id);
    return switch (reader.apply(json)) {
      case Reading.Sound<T>(T value) -> screen.attempt(id, said, news, () -> command.accept(value));
      case Reading.Faulty<T>(var faults) -> {
        String fault = DecisionFaults.say(visit.words(), faults.getFirst().detail());
        yield screen.again(
            id, CaseScreen.UNPROCESSABLE, new Said(said.field(), said.text(), fault), "");
      }
    };
  }

  private Map<String, List<String>> read(InputStream body) {
    return FormBody.read(bodyLimit.read(body));
  }

  private static Said said(Map<String, List<String>> fields, String field) {
    return new Said(field, text(fields, field), "");
  }

  private static JsonNode node(String member, Map<String, List<String>> fields, String field) {
    return JsonNodeFactory.instance.objectNode().put(member, text(fields, field));
  }

  /** With the line breaks that the log has. */
  private static String text(Map<String, List<String>> fields, String field) {
    return DecisionForm.first(fields, field).replace("\r\n", "\n");
  }
}
