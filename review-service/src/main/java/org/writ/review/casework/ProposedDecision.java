package org.writ.review.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Fault;

/**
 * What a reviewer sent as decision, as far as it could be read.
 *
 * @param items in the order of the body
 * @param note about the whole case; null if there is none
 * @param overrides of blocking findings
 * @param faults what could not be read
 */
public record ProposedDecision(
    List<Item> items, @Nullable String note, List<Override> overrides, List<Fault> faults) {

  /** What the reviewer wants. */
  public enum Verdict {
    APPROVE,
    REFUSE
  }

  /**
   * The decision about one item.
   *
   * @param index its place in the array, from 0
   * @param itemId null if it could not be read
   * @param verdict null if it could not be read
   * @param dataTypes to be disclosed
   * @param from start of the period (inclusive); null: as asked
   * @param to end of the period (exclusive); null: as asked
   * @param ground of a refusal
   * @param explanation the reviewer's reasons
   */
  public record Item(
      int index,
      @Nullable String itemId,
      @Nullable Verdict verdict,
      List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String ground,
      @Nullable String explanation) {

    /** Where it stands in the body. */
    String pointer() {
      return ProposedDecision.pointer(index);
    }
  }

  /**
   * The override of a rule's blocking findings.
   *
   * @param index its place in the array, from 0
   * @param rule of the policy; null if it could not be read
   * @param reason null if it could not be read
   */
  public record Override(int index, @Nullable String rule, @Nullable String reason) {

    /** Where it stands in the body. */
    String pointer() {
      return "/overrides/" + index;
    }
  }

  /** Where an item stands in the body, by its place in the array. */
  static String pointer(int index) {
    return "/items/" + index;
  }
}
