package org.writ.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.look.Language;
import org.writ.web.problem.BodyLimit;

/** What belongs to no request: the way in, the way out, the language. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
public class WayInPage {

  private static final Duration REMEMBERED = Duration.ofDays(365);

  /** What {@link URI} reads as it stands; possessive, so that a long one takes no deep stack. */
  private static final Pattern OURS =
      Pattern.compile("/desk(?:[/?](?:[\\w./?&=+*~-]|%[0-9A-Fa-f]{2})*+)?");

  /** The template. */
  @CheckedTemplate(basePath = "pages")
  static class Templates {

    private Templates() {}

    static native TemplateInstance out(Frame f);
  }

  private final Visit visit;
  private final BodyLimit bodyLimit;

  WayInPage(Visit visit, BodyLimit bodyLimit) {
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  /** Where the identity provider sends people back to, if they come here again later. */
  @GET
  @Path("/signed-in")
  @PermitAll
  @Operation(hidden = true)
  public Response signedIn() {
    return Response.seeOther(URI.create("/desk")).build();
  }

  @GET
  @Path("/signed-out")
  @PermitAll
  @Operation(hidden = true)
  public TemplateInstance signedOut() {
    return Templates.out(
        new Frame(
            visit.words(),
            visit.now(),
            "",
            "",
            "/desk/signed-out",
            Frame.LANGUAGE_FORM,
            "",
            Set.of()));
  }

  /** Remembers a language and leads back. */
  @POST
  @Path("/language")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response choose(InputStream body, UriInfo address) {
    var form = FormBody.read(bodyLimit.read(body));
    String back = form.getOrDefault("back", List.of("/desk")).getFirst();
    var answer = Response.seeOther(URI.create(isOurs(back) ? back : "/desk"));
    Language.of(form.getOrDefault("language", List.of("")).getFirst())
        .ifPresent(language -> answer.cookie(cookie(language, address)));
    return answer.build();
  }

  /** The cookie that remembers a language; it says nothing else. */
  public static NewCookie cookie(Language language, UriInfo address) {
    return new NewCookie.Builder(Visit.LANGUAGE_COOKIE)
        .value(language.tag())
        .path("/desk")
        .maxAge(Math.toIntExact(REMEMBERED.toSeconds()))
        .httpOnly(true)
        .secure("https".equals(address.getBaseUri().getScheme()))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** Never leads to another site. */
  static boolean isOurs(String address) {
    return OURS.matcher(address).matches();
  }
}
