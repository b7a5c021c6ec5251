package org.writ.review.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.pages.Visit;
import org.writ.review.casework.CaseQueue;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.Casework;
import org.writ.review.security.Reviewers;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** The queue, and claiming what is most urgent in it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class QueuePage {

  private static final int ON_A_PAGE = 50;

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance queue(QueueDetail d, org.writ.pages.Frame f);
  }

  private final CaseQueue queue;
  private final Casework casework;
  private final Reviewers reviewers;
  private final SecurityIdentity identity;
  private final Visit visit;

  QueuePage(
      CaseQueue queue,
      Casework casework,
      Reviewers reviewers,
      SecurityIdentity identity,
      Visit visit) {
    this.queue = queue;
    this.casework = casework;
    this.reviewers = reviewers;
    this.identity = identity;
    this.visit = visit;
  }

  /** Whoever only supervises or audits is led to what there is to see. */
  @GET
  @RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
  @Operation(hidden = true)
  public Response list(
      @QueryParam("tab") @Nullable String tab,
      @QueryParam("country") @Nullable String country,
      @QueryParam("urgency") @Nullable String urgency,
      @QueryParam("escalated") @Nullable String escalated,
      @QueryParam("q") @Nullable String search,
      @QueryParam("cursor") @Nullable String from,
      @QueryParam("free") @Nullable String free) {
    if (!identity.hasRole(Roles.REVIEWER) && !identity.hasRole(Roles.SENIOR_REVIEWER)) {
      boolean supervises = identity.hasRole(Roles.OPS);
      return Response.seeOther(URI.create(supervises ? "/desk/overview" : "/desk/policies"))
          .build();
    }
    var narrowing = Narrowing.read(tab, country, urgency, escalated, search);
    var found = narrowing.caseId();
    if (found.isPresent()) {
      return Response.seeOther(CasePage.address(found.get())).build();
    }
    return Response.ok(page(narrowing, from, "none".equals(free))).build();
  }

  private TemplateInstance page(Narrowing narrowing, @Nullable String from, boolean nothingFree) {
    var frame = visit.frame(narrowing.tab() == Tab.MINE ? "mine" : "queue");
    Actor actor = reviewers.signedIn();
    String reviewer = actor.id();
    var filters =
        Arrays.stream(Tab.values()).map(part -> narrowing.filter(part, reviewer)).toList();
    var sight =
        queue.look(
            narrowing.filter(reviewer), cursor(from), ON_A_PAGE, filters, QueueDetail.MOST, actor);
    return Templates.queue(
        new QueueDetail(frame, narrowing, reviewer, sight, from == null, nothingFree), frame);
  }

  /** Takes the free case that is due first, and opens it. */
  @POST
  @Path("/claims")
  @Operation(hidden = true)
  public Response claimNext() {
    return Response.seeOther(
            casework
                .claimMostUrgent(reviewers.signedIn())
                .map(CaseView::id)
                .map(CasePage::address)
                .orElse(URI.create("/desk?free=none")))
        .build();
  }

  private static @Nullable TimeCursor cursor(@Nullable String text) {
    return text == null
        ? null
        : TimeCursor.parse(text)
            .orElseThrow(() -> Problems.unknown("There is no such place in the list."));
  }
}
