package org.writ.review.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.FactUsed;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

/**
 * A rule of a policy.
 *
 * @param id unique in its policy
 * @param scope what it looks at
 * @param condition when it fires
 * @param severity what a finding of it weighs
 * @param ground ground for refusal that a finding justifies, one of the policy's; null if it is
 *     only a note
 * @param citation the source that it rests on
 * @param sentence the finding in plain words; the same for every request, so without personal data
 */
public record Rule(
    String id,
    Scope scope,
    Condition condition,
    Severity severity,
    @Nullable String ground,
    String citation,
    String sentence) {

  /**
   * What it finds when it fires.
   *
   * @param cited its own source, and what else the finding rests on
   * @param itemId the item that it looked at; null for the whole request
   * @param facts what it looked at
   */
  Finding finding(String cited, @Nullable String itemId, List<FactUsed> facts) {
    return new Finding(id, severity, ground, cited, sentence, itemId, facts);
  }

  /**
   * What it finds when it fires for many items of one request.
   *
   * @param cited its own source, and what else the finding rests on
   * @param items for how many
   * @param all number of the request's items
   * @param facts what it looked at that is the same for all items
   */
  Finding finding(String cited, int items, int all, List<FactUsed> facts) {
    return new Finding(
        id,
        severity,
        ground,
        cited,
        "%d of %d items: %s".formatted(items, all, sentence),
        null,
        facts);
  }
}
