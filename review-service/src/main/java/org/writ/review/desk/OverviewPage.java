package org.writ.review.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.eventlog.Actor;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.casework.CaseFigures;
import org.writ.review.quality.Quality;
import org.writ.review.security.Reviewers;
import org.writ.web.security.Roles;

/** The casework in figures, for whoever supervises it. */
@Path("/desk/overview")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
class OverviewPage {

  static final int DAYS = 90;

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance overview(Overview o, Frame f);
  }

  private final CaseFigures figures;
  private final Quality quality;
  private final Reviewers reviewers;
  private final Visit visit;

  OverviewPage(CaseFigures figures, Quality quality, Reviewers reviewers, Visit visit) {
    this.figures = figures;
    this.quality = quality;
    this.reviewers = reviewers;
    this.visit = visit;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance look() {
    var frame = visit.frame("overview");
    Actor reader = reviewers.signedIn();
    return Templates.overview(
        new Overview(
            frame,
            reader.id(),
            DAYS,
            figures.over(Duration.ofDays(DAYS), reader),
            agreement(visit.now(), reader)),
        frame);
  }

  private Agreements agreement(Instant now, Actor reader) {
    Instant from = now.minus(Duration.ofDays(DAYS));
    return new Agreements(
        quality.agreement("country", from, now, reader),
        quality.agreement("process", from, now, reader),
        quality.agreement("decidedBy", from, now, reader));
  }
}
