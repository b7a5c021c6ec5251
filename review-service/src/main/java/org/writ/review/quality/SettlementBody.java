package org.writ.review.quality;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/**
 * What a senior reviewer says about a disagreement.
 *
 * @param judgement whose was right
 * @param reason kept sealed
 */
@Schema(name = "Settlement")
public record SettlementBody(SecondReview.Judgement judgement, String reason) {

  /** Reads a body; the reading names every fault. */
  public static Reading<SettlementBody> read(JsonNode body) {
    return Reading.of(
        body,
        members -> {
          var judgement = members.choice("judgement", SecondReview.Judgement.class);
          String reason = members.text("reason", Text.lines(10_000));
          return judgement == null || reason == null ? null : new SettlementBody(judgement, reason);
        });
  }
}
