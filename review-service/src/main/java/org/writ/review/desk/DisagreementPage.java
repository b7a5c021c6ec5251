package org.writ.review.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.pages.FormBody;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.quality.Disagreements;
import org.writ.review.quality.ReviewConflict;
import org.writ.review.quality.SettlementBody;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;
import org.writ.web.security.Roles;

/** What two persons decided differently, and whose judgement was right. */
@Path("/desk/disagreements/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SENIOR_REVIEWER)
class DisagreementPage {

  private static final int OK = 200;

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance disagreement(DisagreementDetail d, Frame f);
  }

  private final Disagreements disagreements;
  private final OneCase one;
  private final CaseScreen cases;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  DisagreementPage(
      Disagreements disagreements,
      OneCase one,
      CaseScreen cases,
      Visit visit,
      BodyLimit bodyLimit) {
    this.disagreements = disagreements;
    this.one = one;
    this.cases = cases;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  /** Its address. */
  static URI address(String id) {
    return URI.create("/desk/disagreements/" + id);
  }

  /** The case is read for it, which is recorded. */
  @GET
  @Operation(hidden = true)
  public Response look(@PathParam("id") String id) {
    return show(OK, read(id), DisagreementDetail.Typed.NOTHING, null);
  }

  /** The answer has the second person's note, which is told to whoever settled it, once. */
  @POST
  @Path("/settlement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response settle(@PathParam("id") String id, InputStream body) {
    var fields = FormBody.read(bodyLimit.read(body));
    String judgement = DecisionForm.first(fields, "judgement");
    String reason = DecisionForm.first(fields, "reason").replace("\r\n", "\n");
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("reason", reason);
    if (!judgement.isEmpty()) {
      json.put("judgement", judgement);
    }
    ReviewScreen.known(id);
    return switch (SettlementBody.read(json)) {
      case Reading.Sound<SettlementBody>(SettlementBody settlement) -> settle(id, settlement);
      case Reading.Faulty<SettlementBody>(var faults) ->
          show(
              CaseScreen.UNPROCESSABLE,
              read(id),
              new DisagreementDetail.Typed(
                  judgement, reason, fault(faults, "/judgement"), fault(faults, "/reason")),
              null);
    };
  }

  private Response settle(String id, SettlementBody settlement) {
    try {
      return show(
          OK,
          disagreements.settle(id, settlement.judgement(), settlement.reason(), one.reviewer()),
          DisagreementDetail.Typed.NOTHING,
          null);
    } catch (ReviewConflict conflict) {
      return show(
          CaseScreen.CONFLICT,
          read(id),
          new DisagreementDetail.Typed(settlement.judgement().name(), settlement.reason(), "", ""),
          cases.reason(conflict.getMessage()));
    }
  }

  private Disagreements.Disagreement read(String id) {
    return disagreements.read(ReviewScreen.known(id), one.reviewer());
  }

  /** Said at the field that it is about. */
  private String fault(List<Fault> faults, String pointer) {
    return faults.stream()
        .filter(fault -> fault.pointer().equals(pointer))
        .findFirst()
        .map(
            fault ->
                pointer.equals("/judgement")
                    ? visit.words().t("fault.choose")
                    : DecisionFaults.say(visit.words(), fault.detail()))
        .orElse("");
  }

  private Response show(
      int status,
      Disagreements.Disagreement disagreement,
      DisagreementDetail.Typed typed,
      @Nullable String refusal) {
    var frame =
        visit.frame(
            "reviews", visit.words(), address(disagreement.id()).toString(), Frame.LANGUAGE_FORM);
    var detail =
        new DisagreementDetail(
            frame,
            one.reviewer().id(),
            disagreement,
            one.read(disagreement.caseId()),
            refusal == null ? whyNot(disagreement) : refusal,
            typed);
    return Response.status(status).entity(Templates.disagreement(detail, frame)).build();
  }

  /** Why whoever looks cannot settle it; null if they can, or somebody has. */
  private @Nullable String whyNot(Disagreements.Disagreement disagreement) {
    if (disagreement.judgement() != null) {
      return null;
    }
    try {
      disagreements.foresee(disagreement.id(), one.reviewer());
      return null;
    } catch (ReviewConflict conflict) {
      return cases.reason(conflict.getMessage());
    }
  }
}
