package org.writ.review.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.pages.Comfort;
import org.writ.pages.FormBody;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.web.problem.BodyLimit;
import org.writ.web.security.Roles;

/** How a reviewer wants the pages to look, remembered by the browser. */
@Path("/desk/comfort")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
class ComfortPage {

  private static final Duration REMEMBERED = Duration.ofDays(365);

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance comfort(Frame f, List<Option> options);
  }

  /** Something that can be chosen. */
  record Option(String value, String label, String hint, boolean chosen) {}

  private final Visit visit;
  private final BodyLimit bodyLimit;

  ComfortPage(Visit visit, BodyLimit bodyLimit) {
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance look() {
    var frame = visit.frame("comfort");
    var chosen = List.of(frame.look().split(" "));
    return Templates.comfort(
        frame,
        Arrays.stream(Comfort.values())
            .map(Comfort::style)
            .map(
                style ->
                    new Option(
                        style,
                        frame.w().t("comfort." + style),
                        frame.w().t("comfort." + style + ".hint"),
                        chosen.contains(style)))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response choose(InputStream body, UriInfo address) {
    var fields = FormBody.read(bodyLimit.read(body));
    return Response.seeOther(URI.create("/desk/comfort"))
        .cookie(
            new NewCookie.Builder(Comfort.COOKIE)
                .value(Comfort.cookieValue(fields.getOrDefault("look", List.of())))
                .path("/desk")
                .maxAge(Math.toIntExact(REMEMBERED.toSeconds()))
                .httpOnly(true)
                .secure("https".equals(address.getBaseUri().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build())
        .build();
  }
}
