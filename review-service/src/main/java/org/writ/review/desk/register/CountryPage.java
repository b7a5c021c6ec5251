package org.writ.review.desk.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Safeguards;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.jurisdiction.JurisdictionList;
import org.writ.review.jurisdiction.JurisdictionView;
import org.writ.review.jurisdiction.Jurisdictions;
import org.writ.review.jurisdiction.SafeguardsBody;
import org.writ.review.security.Reviewers;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;
import org.writ.web.problem.Reading;
import org.writ.web.security.Roles;

/** Safeguards by country: proposed by an operator, confirmed by another person. */
@Path("/desk/countries")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
class CountryPage {

  private static final String HERE = "countries";
  private static final int ON_A_PAGE = 50;
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

  /** The templates. */
  @CheckedTemplate(basePath = "desk/register")
  static class Templates {

    private Templates() {}

    static native TemplateInstance countries(
        List<Line> lines, List<Names.Country> all, String next, boolean first, Frame f);

    static native TemplateInstance country(CountryDetail d, Frame f);
  }

  /** A country in the list. */
  record Line(JurisdictionView c, String name) {}

  private final Jurisdictions jurisdictions;
  private final Reviewers reviewers;
  private final Refusals refusals;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  CountryPage(
      Jurisdictions jurisdictions,
      Reviewers reviewers,
      Refusals refusals,
      Visit visit,
      BodyLimit bodyLimit) {
    this.jurisdictions = jurisdictions;
    this.reviewers = reviewers;
    this.refusals = refusals;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  /** The countries that something is set or proposed for; or one that is looked for. */
  @GET
  @Operation(hidden = true)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("country") @Nullable String country) {
    if (country != null && COUNTRY.matcher(country).matches()) {
      return Response.seeOther(URI.create(address(country))).build();
    }
    String after =
        cursor == null
            ? null
            : JurisdictionList.place(cursor)
                .orElseThrow(() -> Problems.unknown("There is no such place in the list."));
    var frame = visit.frame(HERE);
    var page = jurisdictions.list(after, ON_A_PAGE);
    return Response.ok(
            Templates.countries(
                page.items().stream()
                    .map(view -> new Line(view, Names.country(frame.w(), view.country())))
                    .toList(),
                Names.countries(frame.w()),
                page.nextCursor() == null ? "" : "/desk/countries?cursor=" + page.nextCursor(),
                cursor == null,
                frame))
        .build();
  }

  @GET
  @Path("/{country}")
  @Operation(hidden = true)
  public Response look(
      @PathParam("country") String country, @QueryParam("done") @DefaultValue("") String done) {
    var view = jurisdictions.view(known(country));
    return show(
        view,
        view.version(),
        start(view),
        false,
        Map.of(),
        Refusal.NONE,
        CountryDetail.known(done));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/{country}")
  @RolesAllowed(Roles.OPS)
  @Operation(hidden = true)
  public Response propose(@PathParam("country") String country, InputStream body) {
    String code = known(country);
    var typed = Typed.read(body, bodyLimit);
    var form = SafeguardsForm.read(typed);
    return switch (SafeguardsBody.read(form.json())) {
      case Reading.Sound<Safeguards>(Safeguards safeguards) -> {
        Refusal refusal =
            refusals.of(
                () ->
                    jurisdictions.propose(
                        code, seen(typed), safeguards, reviewers.inFirstOf(Roles.OPS)));
        yield refusal.isNone() ? done(code, "proposed") : again(code, form, refusal);
      }
      case Reading.Faulty<Safeguards>(List<Fault> faults) ->
          // For the state that was seen: what came in between is not passed over.
          show(
              jurisdictions.view(code),
              seen(typed),
              form,
              true,
              FieldFaults.of(visit.words(), faults),
              Refusal.TYPED_WRONGLY,
              "");
    };
  }

  @POST
  @Path("/{country}/confirmation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Roles.OPS, Roles.SENIOR_REVIEWER})
  @Operation(hidden = true)
  public Response confirm(@PathParam("country") String country, InputStream body) {
    String code = known(country);
    long seen = seen(Typed.read(body, bodyLimit));
    Refusal refusal =
        refusals.of(
            () ->
                jurisdictions.confirm(
                    code, seen, reviewers.inFirstOf(Roles.OPS, Roles.SENIOR_REVIEWER)));
    if (refusal.isNone()) {
      return done(code, "confirmed");
    }
    var view = jurisdictions.view(code);
    return show(view, view.version(), start(view), false, Map.of(), refusal, "");
  }

  /** Shows why it was not done, and the state as it is now, for which the form counts from here. */
  private Response again(String code, SafeguardsForm form, Refusal refusal) {
    var view = jurisdictions.view(code);
    return show(view, view.version(), form, true, Map.of(), refusal, "");
  }

  private static Response done(String country, String done) {
    return Response.seeOther(URI.create(address(country) + "?done=" + done)).build();
  }

  private static String address(String country) {
    return "/desk/countries/" + country;
  }

  private static String known(String country) {
    if (!COUNTRY.matcher(country).matches()) {
      throw Problems.unknown("There is no such country (ISO 3166-1 alpha-2).");
    }
    return country;
  }

  /** The state that the form was made for; -1, which never is one, for what is no number. */
  private static long seen(Typed typed) {
    String seen = typed.of("seen");
    return VERSION.matcher(seen).matches() ? Long.parseLong(seen) : -1;
  }

  private static SafeguardsForm start(JurisdictionView view) {
    return SafeguardsForm.of(view.proposed() == null ? view.safeguards() : view.proposed());
  }

  private Response show(
      JurisdictionView view,
      long seen,
      SafeguardsForm form,
      boolean kept,
      Map<String, String> faults,
      Refusal refusal,
      String done) {
    var frame = visit.frame(HERE, visit.words(), address(view.country()), Frame.LANGUAGE_FORM);
    var detail =
        new CountryDetail(
            frame, reviewers.signedIn().id(), view, seen, form, kept, faults, refusal, done);
    return Response.status(refusal.status()).entity(Templates.country(detail, frame)).build();
  }
}
