package org.writ.pages;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.writ.look.Language;

/** Says what went wrong on a page, where the API would answer a problem. */
@ApplicationScoped
class ErrorPage {

  static final String HTML = "text/html;charset=utf-8";

  /** What a script of ours sends along; it reads a problem better than a page. */
  private static final String BY_SCRIPT = "X-Requested-With";

  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERROR = 500;
  private static final Set<Integer> KNOWN =
      Set.of(401, 403, 404, 409, 410, 412, 413, 422, 429, SERVER_ERROR, 503);

  /** Answers that are shown like another one. */
  private static final Map<Integer, Integer> LIKE = Map.of(400, 422, 428, 412);

  /** Answers of which a service says something that the page should repeat. */
  private static final Set<Integer> WITH_REASON = Set.of(403, 409, 410, 422, 429, 503);

  /** The template. */
  @CheckedTemplate(basePath = "pages")
  static class Templates {

    private Templates() {}

    static native TemplateInstance error(
        Frame f, String title, String text, String reason, boolean refused);
  }

  private final Speech speech;
  private final Reasons reasons;
  private final Clock clock;

  ErrorPage(Speech speech, Reasons reasons, Clock clock) {
    this.speech = speech;
    this.reasons = reasons;
    this.clock = clock;
  }

  /** Puts the page in the place of a problem, for pages only. */
  @ServerResponseFilter
  public void replace(ContainerResponseContext response, RoutingContext exchange) {
    if (Guard.isPage(exchange.normalizedPath())
        && response.getEntity() instanceof HttpProblem problem
        && exchange.request().getHeader(BY_SCRIPT) == null) {
      var language = Visit.language(exchange.request());
      response.getHeaders().putSingle("Content-Type", HTML);
      // A sign-in that is too weak is no session that ended: signing in the same way again is no
      // help.
      int status = isTooWeak(response) ? FORBIDDEN : problem.getStatusCode();
      response.setEntity(render(language, status, problem.getDetail()));
    }
  }

  /** RFC 9470. */
  private static boolean isTooWeak(ContainerResponseContext response) {
    return String.valueOf(response.getHeaders().getFirst("WWW-Authenticate"))
        .contains("insufficient_user_authentication");
  }

  /** The page in a language; a reason that there are no words for is left out. */
  String render(Language language, int status, @Nullable String reason) {
    var words = speech.in(language);
    var frame =
        new Frame(words, clock.instant(), "", "", "/desk", Frame.LANGUAGE_FORM, "", Set.of());
    int like = LIKE.getOrDefault(status, status);
    int shown = KNOWN.contains(like) ? like : like >= SERVER_ERROR ? SERVER_ERROR : 404;
    return Templates.error(
            frame,
            words.t("error.title." + shown),
            words.t("error.text." + shown),
            WITH_REASON.contains(status)
                ? Optional.ofNullable(reason).flatMap(said -> reasons.say(words, said)).orElse("")
                : "",
            shown == FORBIDDEN)
        .render();
  }
}
