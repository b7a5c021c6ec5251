package org.writ.review.casework;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.Matter.CallBack;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/**
 * What came of a call to the agency. The number is not for the caller to name: it is the one on
 * file.
 *
 * @param outcome CONFIRMED, DENIED or NOT_REACHED
 * @param note who was reached, or why nobody was; kept sealed
 */
@Schema(name = "Verification")
public record VerificationBody(CallBack outcome, @Nullable String note) {

  /** Reads a body; the reading names every fault. */
  public static Reading<VerificationBody> read(JsonNode body) {
    return Reading.of(
        body,
        members -> {
          CallBack outcome = members.choice("outcome", CallBack.class);
          String note = members.optionalText("note", Text.lines(10_000));
          return outcome == null ? null : new VerificationBody(outcome, note);
        });
  }
}
