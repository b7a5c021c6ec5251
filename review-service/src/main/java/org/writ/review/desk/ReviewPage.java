package org.writ.review.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.look.Language;
import org.writ.pages.FormBody;
import org.writ.pages.Visit;
import org.writ.pages.WayInPage;
import org.writ.review.casework.BlindCases;
import org.writ.review.casework.CaseConflict;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.InvalidDecision;
import org.writ.review.quality.Quality;
import org.writ.review.quality.ReviewConflict;
import org.writ.review.quality.SecondReview;
import org.writ.web.problem.BodyLimit;
import org.writ.web.security.Roles;

/** A second review: the case without its decision, and what the second person would decide. */
@Path("/desk/reviews/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class ReviewPage {

  private final ReviewScreen screen;
  private final Quality quality;
  private final BlindCases cases;
  private final OneCase one;
  private final Drafting drafting;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  ReviewPage(
      ReviewScreen screen,
      Quality quality,
      BlindCases cases,
      OneCase one,
      Drafting drafting,
      Visit visit,
      BodyLimit bodyLimit) {
    this.screen = screen;
    this.quality = quality;
    this.cases = cases;
    this.one = one;
    this.drafting = drafting;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  /** Its address. */
  static URI address(String id) {
    return URI.create("/desk/reviews/" + id);
  }

  /** Looking at it takes it anew; only whoever holds it may. */
  @GET
  @Operation(hidden = true)
  public Response look(
      @PathParam("id") String id, @QueryParam("document") @Nullable String document) {
    try {
      Quality.Held held = quality.read(ReviewScreen.known(id), one.reviewer());
      return screen.show(held, Sent.blank(held.lawCase(), 0), document);
    } catch (ReviewConflict conflict) {
      return screen.refused(conflict.getMessage());
    }
  }

  @POST
  @Path("/claim")
  @Operation(hidden = true)
  public Response claim(@PathParam("id") String id) {
    try {
      quality.claim(ReviewScreen.known(id), one.reviewer());
      return Response.seeOther(address(id)).build();
    } catch (ReviewConflict conflict) {
      return screen.refused(conflict.getMessage());
    }
  }

  @POST
  @Path("/decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response step(@PathParam("id") String id, InputStream body, UriInfo address) {
    var fields = FormBody.read(bodyLimit.read(body));
    try {
      return held(ReviewScreen.known(id))
          .map(held -> step(held, fields, address))
          .orElseGet(() -> again(id, fields));
    } catch (ReviewConflict conflict) {
      return screen.refused(conflict.getMessage(), DecisionForm.read(fields).texts());
    }
  }

  /** Empty if whoever asks does not hold it, or no longer. */
  private Optional<Quality.Held> held(String id) {
    try {
      return Optional.of(quality.read(id, one.reviewer()));
    } catch (ReviewConflict lapsed) {
      return Optional.empty();
    }
  }

  /** Whoever typed for longer than the claim lasts takes it anew, if they may, to send it. */
  private Response again(String id, Map<String, List<String>> fields) {
    Quality.Held held = quality.claim(id, one.reviewer());
    return screen.lapsed(held, sent(held, fields));
  }

  private static Sent sent(Quality.Held held, Map<String, List<String>> fields) {
    CaseView view = held.lawCase();
    int position = ItemPage.position(DecisionForm.first(fields, "at"), view.itemCount());
    return new Sent(view, CaseScreen.seen(fields), position, DecisionForm.read(fields));
  }

  private Response step(Quality.Held held, Map<String, List<String>> fields, UriInfo address) {
    Sent sent = sent(held, fields);
    var language = Language.of(DecisionForm.first(fields, "language"));
    if (language.isPresent()) {
      return Response.fromResponse(screen.show(held, sent, visit.words(language.get())))
          .cookie(WayInPage.cookie(language.get(), address))
          .build();
    }
    String go = DecisionForm.first(fields, "go");
    return go.equals("send")
        ? give(held, sent)
        : screen.show(held, drafting.step(sent, go, fields));
  }

  private Response give(Quality.Held held, Sent sent) {
    OneCase.Whole whole = one.whole(sent.view());
    try {
      var opinion = cases.read(new ByteArrayInputStream(one.body(sent.view(), whole, sent.form())));
      var given = quality.give(held.id(), opinion, one.reviewer());
      return Response.seeOther(
              (given.state() == SecondReview.State.AGREED
                      ? ReviewListPage.Done.AGREED
                      : ReviewListPage.Done.DISAGREED)
                  .address())
          .build();
    } catch (InvalidDecision invalid) {
      var faults = DecisionFaults.byItem(visit.words(), invalid.faults(), whole.items());
      return screen.show(held, Drafting.faulty(sent, faults, whole));
    } catch (CaseConflict conflict) {
      return screen.conflict(held, sent, conflict.getMessage());
    }
  }
}
