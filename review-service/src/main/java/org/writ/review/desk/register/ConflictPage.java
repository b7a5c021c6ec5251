package org.writ.review.desk.register;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.conflict.ConflictBody;
import org.writ.review.conflict.Conflicts;
import org.writ.review.security.Reviewers;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;
import org.writ.web.problem.Reading;
import org.writ.web.security.Roles;

/** Conflicts of interest: everybody declares their own, another person ends them. */
@Path("/desk/conflicts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS})
class ConflictPage {

  private static final String HERE = "conflicts";
  private static final String ADDRESS = "/desk/conflicts";
  private static final int ON_A_PAGE = 50;

  /** The template. */
  @CheckedTemplate(basePath = "desk/register")
  static class Templates {

    private Templates() {}

    static native TemplateInstance conflicts(ConflictDetail d, Frame f);
  }

  private final Conflicts conflicts;
  private final Reviewers reviewers;
  private final Refusals refusals;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  ConflictPage(
      Conflicts conflicts,
      Reviewers reviewers,
      Refusals refusals,
      Visit visit,
      BodyLimit bodyLimit) {
    this.conflicts = conflicts;
    this.reviewers = reviewers;
    this.refusals = refusals;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  @GET
  @Operation(hidden = true)
  public Response list(
      @QueryParam("agency") @DefaultValue("") String agency,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("done") @DefaultValue("") String done) {
    Conflicts.Place after =
        cursor == null
            ? null
            : Conflicts.Place.parse(cursor)
                .orElseThrow(() -> Problems.unknown("There is no such place in the list."));
    Actor reader = reviewers.signedIn();
    String search = agency.strip();
    var frame = visit.frame(HERE);
    var detail =
        new ConflictDetail(
            frame,
            reader,
            conflicts.page(reader, search.isEmpty() ? null : search, null, after, ON_A_PAGE),
            after == null,
            search,
            "",
            "",
            Map.of(),
            Refusal.NONE,
            ConflictDetail.known(done));
    return Response.ok(Templates.conflicts(detail, frame)).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response declare(InputStream body) {
    var typed = Typed.read(body, bodyLimit);
    return switch (ConflictBody.read(json(typed))) {
      case Reading.Sound<ConflictBody>(ConflictBody conflict) -> {
        Refusal refusal = refusals.of(() -> conflicts.declare(conflict, reviewers.signedIn()));
        yield refusal.isNone() ? done("declared") : again(typed, Map.of(), refusal);
      }
      case Reading.Faulty<ConflictBody>(List<Fault> faults) ->
          again(typed, FieldFaults.of(visit.words(), faults), Refusal.TYPED_WRONGLY);
    };
  }

  @POST
  @Path("/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
  @Operation(hidden = true)
  public Response end(InputStream body) {
    var typed = Typed.read(body, bodyLimit);
    Refusal refusal =
        refusals.of(
            () ->
                conflicts.end(
                    typed.of("endAgency"), typed.of("endReviewer"), reviewers.signedIn()));
    return refusal.isNone() ? done("ended") : again(Typed.NOTHING, Map.of(), refusal);
  }

  private static Response done(String done) {
    return Response.seeOther(URI.create(ADDRESS + "?done=" + done)).build();
  }

  private static ObjectNode json(Typed typed) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("agency", typed.of("agency").strip());
    String person = typed.of("reviewer").strip();
    if (!person.isEmpty()) {
      json.put("reviewer", person);
    }
    return json;
  }

  private Response again(Typed typed, Map<String, String> faults, Refusal refusal) {
    Actor reader = reviewers.signedIn();
    var frame = visit.frame(HERE, visit.words(), ADDRESS, Frame.LANGUAGE_FORM);
    var detail =
        new ConflictDetail(
            frame,
            reader,
            conflicts.page(reader, null, null, null, ON_A_PAGE),
            true,
            "",
            typed.of("agency"),
            typed.of("reviewer"),
            faults,
            refusal,
            "");
    return Response.status(refusal.status()).entity(Templates.conflicts(detail, frame)).build();
  }
}
