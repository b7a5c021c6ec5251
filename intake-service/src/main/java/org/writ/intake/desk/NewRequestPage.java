package org.writ.intake.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.eventlog.Ids;
import org.writ.intake.agency.Agency;
import org.writ.intake.agency.Submitters;
import org.writ.intake.request.Acceptance;
import org.writ.intake.request.Channel;
import org.writ.intake.request.IdempotencyKey;
import org.writ.intake.request.SubmissionDesk;
import org.writ.look.Language;
import org.writ.look.Words;
import org.writ.pages.FormBody;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.pages.WayInPage;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;
import org.writ.web.problem.Reading;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/**
 * A new request in four steps: order, offence, accounts, confirm. What was typed travels in the
 * form, so that nothing about persons is kept before it is submitted; the form's key makes a second
 * click the same request.
 */
@Path("/desk/requests/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AGENCY)
class NewRequestPage {

  /** Where the form is checked while somebody types. */
  private static final int UNPROCESSABLE = 422;

  private static final String FORM = "request";
  private static final String KEY_PREFIX = "page-";

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance newRequest(FormView v, Frame f);
  }

  private final SubmissionDesk desk;
  private final Submitters submitters;
  private final Caller caller;
  private final Visit visit;
  private final BodyLimit bodyLimit;
  private final Ids ids;

  NewRequestPage(
      SubmissionDesk desk,
      Submitters submitters,
      Caller caller,
      Visit visit,
      BodyLimit bodyLimit,
      Ids ids) {
    this.desk = desk;
    this.submitters = submitters;
    this.caller = caller;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
    this.ids = ids;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance blank() {
    var form = new Sent(Typed.blank(known()), Step.ORDER, KEY_PREFIX + ids.next());
    return page(visit.words(), form, Step.ORDER, List.of());
  }

  /** One more step, or the same again with what is wrong. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response step(InputStream body, UriInfo address) {
    var fields = FormBody.read(bodyLimit.read(body));
    var form = sent(fields);
    var language = Language.of(first(fields, "language"));
    if (language.isPresent()) {
      var words = visit.words(language.get());
      return Response.ok(page(words, form, form.step(), List.of()))
          .cookie(WayInPage.cookie(language.get(), address))
          .build();
    }
    return go(form, first(fields, "go"));
  }

  /** What is wrong so far, by field, for scripts. */
  @POST
  @Path("/validation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Map<String, String> validate(InputStream body) {
    var form = sent(FormBody.read(bodyLimit.read(body)));
    var words = visit.words();
    var wrong = new LinkedHashMap<String, String>();
    for (Fault fault : form.step().faults(faults(form))) {
      wrong.putIfAbsent(form.typed().fieldOf(fault.pointer()), FaultWords.say(words, fault));
    }
    return wrong;
  }

  /** A form as it came: what was typed, at which step, under which key. */
  private record Sent(Typed typed, Step step, String key) {

    Sent with(Typed other) {
      return new Sent(other, step, key);
    }
  }

  private Response go(Sent form, String where) {
    String[] parts = where.split(":", 2);
    return switch (parts[0]) {
      case "back" -> show(form, form.step().back(), List.of());
      case "step" -> show(form, step(parts[parts.length - 1]), List.of());
      case "add" -> show(form.with(form.typed().withAccount()), Step.ACCOUNTS, List.of());
      case "remove" ->
          show(form.with(form.typed().withoutAccount(number(parts))), Step.ACCOUNTS, List.of());
      case "send" -> send(form);
      case "next" -> next(form);
      default -> show(form, form.step(), List.of());
    };
  }

  private Response next(Sent form) {
    var wrong = form.step().faults(faults(form));
    return wrong.isEmpty()
        ? show(form, form.step().next(), List.of())
        : show(form, form.step(), wrong);
  }

  private Response send(Sent form) {
    var all = faults(form);
    if (!all.isEmpty()) {
      var first = Step.first(all);
      return show(form, first, first == Step.CONFIRM ? all : first.faults(all));
    }
    var acceptance = submit(form);
    return Response.seeOther(URI.create("/desk/requests/" + acceptance.id() + "?received=yes"))
        .build();
  }

  private Acceptance submit(Sent form) {
    try {
      return desk.submit(
          submitter(),
          form.typed().body(),
          IdempotencyKey.parse(form.key()),
          Channel.PAGE,
          caller.as(Roles.AGENCY));
    } catch (HttpProblem refused) {
      // Nothing is wrong with the form, so it is its key: it was sent, and changed afterwards.
      if (refused.getStatusCode() == UNPROCESSABLE) {
        throw Problems.conflict("This form was sent before, with other content.");
      }
      throw refused;
    }
  }

  private List<Fault> faults(Sent form) {
    return switch (desk.read(submitter(), form.typed().body())) {
      case Reading.Sound<?> sound -> List.of();
      case Reading.Faulty<?> faulty -> faulty.faults();
    };
  }

  /** What the form can be filled in with. */
  private Map<String, String> known() {
    return Map.of(
        "/officer/name", visit.claim("name").orElse(""),
        "/officer/email", visit.claim("email").orElse(""));
  }

  /** Only an agency that may submit sees the form. */
  private Agency submitter() {
    return submitters.find(caller.agencyId());
  }

  private Response show(Sent form, Step step, List<Fault> faults) {
    return Response.ok(page(visit.words(), form, step, faults)).build();
  }

  private TemplateInstance page(Words words, Sent form, Step step, List<Fault> faults) {
    var frame = visit.frame("new", words, "/desk/requests/new", FORM);
    String country = submitter().registration().country();
    return Templates.newRequest(
        FormView.of(frame, step, form.typed(), faults, form.key(), country), frame);
  }

  private static Sent sent(Map<String, List<String>> fields) {
    String key = first(fields, "key");
    if (!key.matches(KEY_PREFIX + "[0-9a-f-]{36}")) {
      throw Problems.malformed("The form has no key; open it anew.");
    }
    return new Sent(Typed.read(fields), step(first(fields, "step")), key);
  }

  private static Step step(String name) {
    return Arrays.stream(Step.values())
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElse(Step.ORDER);
  }

  private static int number(String[] parts) {
    try {
      return Integer.parseInt(parts[parts.length - 1]);
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  private static String first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of("")).getFirst();
  }
}
