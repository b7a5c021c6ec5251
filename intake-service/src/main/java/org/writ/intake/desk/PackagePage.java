package org.writ.intake.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.intake.request.RequestView.DeliveryView;
import org.writ.pages.Visit;
import org.writ.web.download.Downloads;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/**
 * The package of a request, handed through to the browser and acknowledged in the officer's name.
 */
@Path("/desk/requests/{id}")
@RolesAllowed(Roles.AGENCY)
class PackagePage {

  private static final String PACKAGE_TYPE = "application/pkcs7-mime";
  private static final String FIELD = "sha256";
  private static final Pattern HASH =
      Pattern.compile("(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])");

  private final OneRequest request;
  private final KeptPackages packages;
  private final Visit visit;
  private final BodyLimit bodyLimit;
  private final Downloads downloads;

  PackagePage(
      OneRequest request,
      KeptPackages packages,
      Visit visit,
      BodyLimit bodyLimit,
      Downloads downloads) {
    this.request = request;
    this.packages = packages;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
    this.downloads = downloads;
  }

  /** With POST, as it is recorded: no link on another site has an officer fetch anything. */
  @POST
  @Path("/package")
  @Produces({PACKAGE_TYPE, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response fetch(@PathParam("id") String id) {
    var delivery = delivery(id);
    var fetched = packages.fetch(delivery.id(), visit.token());
    var answer =
        Response.ok(downloads.of(fetched.bytes()), PACKAGE_TYPE)
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s\"".formatted(PackageCommands.fileName(delivery)));
    if (fetched.size() >= 0) {
      answer.header(HttpHeaders.CONTENT_LENGTH, fetched.size());
    }
    return answer.build();
  }

  @POST
  @Path("/acknowledgement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response acknowledge(@PathParam("id") String id, InputStream body) {
    String typed = Message.typed(bodyLimit.read(body), FIELD).strip();
    if (typed.isEmpty()) {
      return again(id, typed, "fault.required");
    }
    var hash = hash(typed);
    if (hash.isEmpty()) {
      return again(id, typed, "fault.hash");
    }
    return packages.acknowledge(delivery(id).id(), hash.get(), visit.token())
        ? Response.seeOther(URI.create(OneRequest.address(id) + "?acknowledged=yes")).build()
        : again(id, typed, "fault.otherPackage");
  }

  /**
   * The hash in what somebody typed or copied: alone, with the file's name beside it, or in groups
   * of digits, as programs print it. Pure.
   */
  static Optional<String> hash(String typed) {
    return found(typed)
        .or(() -> found(typed.replaceAll("[\\s:]", "")))
        .map(it -> it.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> found(String text) {
    Matcher match = HASH.matcher(text);
    return match.find() ? Optional.of(match.group()) : Optional.empty();
  }

  private DeliveryView delivery(String id) {
    return request
        .delivery(id)
        .orElseThrow(() -> Problems.unknown("There is no package for this request."));
  }

  private Response again(String id, String typed, String fault) {
    return request.again(id, FIELD, typed, visit.words().t(fault));
  }
}
