package org.writ.intake.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.document.RequestDocuments;
import org.writ.intake.request.OwnRequests;
import org.writ.intake.request.RequestView;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** A request of the agency whose officer is signed in: shown, and led back to after a change. */
@RequestScoped
class OneRequest {

  private static final int UNPROCESSABLE = 422;

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance one(RequestDetail d, Frame f);
  }

  private final OwnRequests requests;
  private final RequestDocuments documents;
  private final PackageCommands packages;
  private final RegisteredAgencies agencies;
  private final Caller caller;
  private final Visit visit;

  OneRequest(
      OwnRequests requests,
      RequestDocuments documents,
      PackageCommands packages,
      RegisteredAgencies agencies,
      Caller caller,
      Visit visit) {
    this.requests = requests;
    this.documents = documents;
    this.packages = packages;
    this.agencies = agencies;
    this.caller = caller;
    this.visit = visit;
  }

  /**
   * Id of the agency, for a change.
   *
   * @throws HttpProblem 403 if the agency may not act
   */
  String actingAgency() {
    return agencies.active(caller.agencyId()).id();
  }

  /** Id of the agency, for looking. */
  String agencyId() {
    return caller.agencyId();
  }

  /** Who makes a change. */
  Actor actor() {
    return caller.as(Roles.AGENCY);
  }

  /** The request with all that its page shows. */
  RequestDetail detail(Frame frame, String id, RequestDetail.Said said, RequestDetail.News news) {
    String agencyId = caller.agencyId();
    RequestView request = view(id);
    var delivery = request.delivery();
    return new RequestDetail(
        frame,
        request,
        documents.list(agencyId, id).orElse(List.of()),
        said,
        delivery == null ? null : packages.of(frame.w(), agencyId, delivery),
        news);
  }

  /** The package that waits for the agency; empty if there is none. */
  Optional<RequestView.DeliveryView> delivery(String id) {
    return Optional.ofNullable(view(id).delivery());
  }

  private RequestView view(String id) {
    return requests.find(caller.agencyId(), id).orElseThrow(OneRequest::unknown);
  }

  /** Its page. */
  TemplateInstance page(String id, RequestDetail.Said said, RequestDetail.News news) {
    var frame = visit.frame("", visit.words(), address(id), Frame.LANGUAGE_FORM);
    return Templates.one(detail(frame, id, said, news), frame);
  }

  /** Its page again, with what was typed and what is wrong with it. */
  Response again(String id, String field, String typed, String fault) {
    return Response.status(UNPROCESSABLE)
        .entity(page(id, new RequestDetail.Said(field, typed, fault), RequestDetail.News.NONE))
        .build();
  }

  /** Leads back to it after a change; 404 if there was nothing to change. */
  static Response after(String id, Optional<?> outcome) {
    if (outcome.isEmpty()) {
      throw unknown();
    }
    return Response.seeOther(URI.create(address(id))).build();
  }

  static String address(String id) {
    return "/desk/requests/" + id;
  }

  static HttpProblem unknown() {
    return Problems.unknown("You have no request with this id.");
  }
}
