package org.writ.transparency.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.transparency.report.Cached;
import org.writ.transparency.report.Period;
import org.writ.transparency.report.Report;
import org.writ.transparency.report.Reports;

/** The public pages: home, and one page for each report. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SitePage {

  private static final MediaType HTML = new MediaType("text", "html", "utf-8");

  /** The templates, whose parameters are checked by the build. */
  @CheckedTemplate(basePath = "site")
  static class Templates {

    private Templates() {}

    static native TemplateInstance home(
        ReportView report, @Nullable ReportView running, List<Line> reports, String base);

    static native TemplateInstance report(ReportView report, String base);

    static native TemplateInstance missing(List<Line> reports);
  }

  /** A report in the list of reports. */
  record Line(String period, String spoken, ReportView.State state) {

    /** The period at the beginning of a line. */
    public String title() {
      return Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1);
    }

    static Line of(Reports.Entry entry) {
      String spoken = Period.parse(entry.period()).map(Period::spoken).orElse(entry.period());
      return new Line(entry.period(), spoken, ReportView.State.of(entry.status()));
    }
  }

  private final Reports reports;

  SitePage(Reports reports) {
    this.reports = reports;
  }

  @GET
  @Operation(hidden = true)
  public Response home(@Context Request request, @Context UriInfo address) {
    Period quarter = reports.running();
    Optional<ReportView> last = view(quarter.previous());
    Optional<ReportView> running = view(quarter);
    ReportView headline =
        last.or(() -> running)
            .orElseThrow(() -> new IllegalStateException("The running quarter has a report"));
    return page(
        request,
        Templates.home(
            headline, last.isPresent() ? running.orElse(null) : null, lines(), base(address)));
  }

  @GET
  @Path("reports/{period}")
  @Operation(hidden = true)
  public Response report(
      @PathParam("period") String name, @Context Request request, @Context UriInfo address) {
    return Period.parse(name)
        .flatMap(this::view)
        .map(view -> page(request, Templates.report(view, base(address))))
        .orElseGet(
            () ->
                Response.status(Response.Status.NOT_FOUND)
                    .entity(Templates.missing(lines()).render())
                    .type(HTML)
                    .build());
  }

  private Optional<ReportView> view(Period period) {
    Optional<Report> report = reports.find(period);
    return report.map(found -> ReportView.of(found, period));
  }

  private List<Line> lines() {
    return reports.list().stream().map(Line::of).toList();
  }

  private static Response page(Request request, TemplateInstance template) {
    return Cached.answer(request, template.render(), HTML)
        // The commands on the page name the address that it was fetched from.
        .header(HttpHeaders.VARY, HttpHeaders.HOST)
        .build();
  }

  /** The address that the commands on the page use, without a slash at its end. */
  private static String base(UriInfo address) {
    return address.getBaseUri().toString().replaceAll("/+$", "");
  }
}
