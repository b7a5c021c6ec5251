package org.writ.review.casework;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision, as the API's document describes it; {@link DecisionReader} reads it.
 *
 * @param items every item of the case once
 * @param note about the whole case; kept sealed
 * @param overrides of blocking findings that stand against what is approved; by senior reviewers
 *     only
 */
@Schema(name = "DecisionBody")
record DecisionBody(List<Item> items, @Nullable String note, @Nullable List<Override> overrides) {

  /**
   * The override of a rule's blocking findings.
   *
   * @param rule as the findings name it
   * @param reason kept sealed
   */
  @Schema(name = "DecisionBodyOverride")
  record Override(String rule, String reason) {}

  /**
   * The decision about one item.
   *
   * @param dataTypes when approved: at least one, each asked for and allowed by the policy
   * @param from when approved: not before what was asked; absent: as asked
   * @param to when approved: not after what was asked; absent: as asked
   * @param ground when refused: one of the policy's
   * @param explanation the reviewer's reasons; kept sealed
   */
  @Schema(name = "DecisionBodyItem")
  record Item(
      String itemId,
      ProposedDecision.Verdict outcome,
      @Nullable List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String ground,
      @Nullable String explanation) {}
}
