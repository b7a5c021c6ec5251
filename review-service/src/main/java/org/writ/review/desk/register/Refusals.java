package org.writ.review.desk.register;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.ConcurrentChange;
import org.writ.pages.Reasons;
import org.writ.pages.Visit;
import org.writ.web.problem.StateConflict;

/** Does what may be refused, and says in the reader's language why it was. */
@RequestScoped
class Refusals {

  private static final int CONFLICT = 409;

  /** After these the page is shown again, with what was typed. */
  private static final Set<Integer> SHOWN = Set.of(403, CONFLICT, 412, 503);

  private final Reasons reasons;
  private final Visit visit;

  Refusals(Reasons reasons, Visit visit) {
    this.reasons = reasons;
    this.visit = visit;
  }

  /**
   * Does it.
   *
   * @throws HttpProblem if it is refused so that the page cannot be shown again: there is no such
   *     thing
   */
  Refusal of(Runnable change) {
    try {
      change.run();
      return Refusal.NONE;
    } catch (ConcurrentChange sameMoment) {
      return new Refusal(CONFLICT, visit.words().t("refusal.sameMoment"));
    } catch (StateConflict conflict) {
      return new Refusal(CONFLICT, say(conflict.reason()));
    } catch (HttpProblem problem) {
      if (!SHOWN.contains(problem.getStatusCode())) {
        throw problem;
      }
      return new Refusal(problem.getStatusCode(), say(problem.getDetail()));
    }
  }

  private String say(@Nullable String said) {
    String sentence = String.valueOf(said);
    var words = visit.words();
    return reasons.say(words, sentence).orElseGet(() -> words.t("refusal.other", sentence));
  }
}
