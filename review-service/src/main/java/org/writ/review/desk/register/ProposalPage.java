package org.writ.review.desk.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.writ.look.Language;
import org.writ.look.Words;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.pages.WayInPage;
import org.writ.review.policy.InvalidPolicy;
import org.writ.review.policy.PolicyFault;
import org.writ.review.policy.Policymaking;
import org.writ.review.security.Reviewers;
import org.writ.web.problem.BodyLimit;
import org.writ.web.security.Roles;

/** Proposing a policy: its document is pasted or uploaded, and every fault of it is shown. */
@Path("/desk/policy-proposal")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
class ProposalPage {

  private static final String ADDRESS = "/desk/policy-proposal";

  /** The template. */
  @CheckedTemplate(basePath = "desk/register")
  static class Templates {

    private Templates() {}

    static native TemplateInstance proposal(Proposal d, Frame f);
  }

  private final Policymaking policymaking;
  private final Reviewers reviewers;
  private final Refusals refusals;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  ProposalPage(
      Policymaking policymaking,
      Reviewers reviewers,
      Refusals refusals,
      Visit visit,
      BodyLimit bodyLimit) {
    this.policymaking = policymaking;
    this.reviewers = reviewers;
    this.refusals = refusals;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  /**
   * The form.
   *
   * @param from id of the policy whose document it starts from; null: from nothing
   */
  @GET
  @Operation(hidden = true)
  public Response form(@QueryParam("from") @Nullable String from) {
    String document = from == null ? "" : policymaking.view(from).document();
    return show(visit.words(), document, List.of(), false, Refusal.NONE).build();
  }

  /** Proposes what was pasted; a choice of the language only shows it again. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response paste(InputStream body, UriInfo address) {
    var typed = Typed.read(body, bodyLimit);
    String document = typed.of("document");
    var language = Language.of(typed.of("language"));
    if (language.isPresent()) {
      var words = visit.words(language.get());
      return show(words, document, List.of(), false, Refusal.NONE)
          .cookie(WayInPage.cookie(language.get(), address))
          .build();
    }
    return propose(document.getBytes(StandardCharsets.UTF_8));
  }

  /** Proposes a file, byte for byte. */
  @POST
  @Path("/file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response upload(@RestForm("file") @Nullable FileUpload file) {
    if (file == null) {
      return propose(new byte[0]);
    }
    try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
      return propose(bodyLimit.read(bytes));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Response propose(byte[] bytes) {
    String document = new String(bytes, StandardCharsets.UTF_8);
    if (document.isBlank()) {
      return again(document, List.of(), true, Refusal.TYPED_WRONGLY);
    }
    var id = new StringBuilder();
    try {
      Refusal refusal =
          refusals.of(
              () ->
                  id.append(
                      policymaking.propose(
                          bytes, reviewers.inFirstOf(Roles.OPS, Roles.SENIOR_REVIEWER))));
      return refusal.isNone()
          ? Response.seeOther(URI.create(PolicyPage.address(id + "?done=proposed"))).build()
          : again(document, List.of(), false, refusal);
    } catch (InvalidPolicy invalid) {
      return again(document, invalid.faults(), false, Refusal.TYPED_WRONGLY);
    }
  }

  private Response again(
      String document, List<PolicyFault> faults, boolean missing, Refusal refusal) {
    return show(visit.words(), document, faults, missing, refusal).build();
  }

  private Response.ResponseBuilder show(
      Words words, String document, List<PolicyFault> faults, boolean missing, Refusal refusal) {
    var frame = visit.frame(PolicyPage.HERE, words, ADDRESS, Proposal.FORM);
    return Response.status(refusal.status())
        .entity(Templates.proposal(new Proposal(frame, document, faults, missing, refusal), frame));
  }
}
