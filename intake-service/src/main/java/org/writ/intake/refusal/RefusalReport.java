package org.writ.intake.refusal;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.intake.request.RefusedItems;
import org.writ.look.Words;

/**
 * Why an agency's requests were refused, as far as it was told.
 *
 * @param from inclusive; by when requests were received, as in the public reports
 * @param to exclusive
 * @param received requests
 * @param decided requests whose decision stands
 * @param refused requests of which everything was refused
 * @param partlyApproved requests of which something was refused
 * @param causes those of most requests first
 */
@Schema(name = "OwnRefusals")
public record RefusalReport(
    Instant from,
    Instant to,
    int received,
    int decided,
    int refused,
    int partlyApproved,
    List<Cause> causes) {

  /**
   * A ground under one law.
   *
   * @param regime the law that the requests were made under
   * @param wording in public words; null of a ground that this version of the service does not know
   * @param remedy what would make the request succeed; null likewise
   * @param requests in which something was refused on it
   * @param items refused on it
   */
  @Schema(name = "OwnRefusalCause")
  public record Cause(
      String ground,
      String regime,
      @Nullable String wording,
      @Nullable String remedy,
      int requests,
      int items) {

    private static Cause of(RefusedItems.Ground refused, Words words) {
      return new Cause(
          refused.ground(),
          refused.regime(),
          said(words, "ground." + refused.ground()),
          remedy(words, refused),
          refused.requests(),
          refused.items());
    }

    /** What helps depends on the law here and there. */
    private static @Nullable String remedy(Words words, RefusedItems.Ground refused) {
      String own = said(words, "remedy.%s.%s".formatted(refused.regime(), refused.ground()));
      return own == null ? said(words, "remedy." + refused.ground()) : own;
    }

    private static @Nullable String said(Words words, String key) {
      return words.keys().contains(key) ? words.t(key) : null;
    }
  }

  /** Puts counts and grounds into words. */
  static RefusalReport of(
      Instant from,
      Instant to,
      RefusedItems.Counts counts,
      List<RefusedItems.Ground> grounds,
      Words words) {
    return new RefusalReport(
        from,
        to,
        counts.received(),
        counts.decided(),
        counts.refused(),
        counts.partlyApproved(),
        grounds.stream().map(ground -> Cause.of(ground, words)).toList());
  }
}
