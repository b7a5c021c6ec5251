package org.writ.review.jurisdiction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A country and its safeguards.
 *
 * @param edition counts the changes; 0 if nobody ever set any. Findings cite it.
 * @param safeguards those that count
 * @param proposed those that wait for another person; null if none do
 * @param proposedBy opaque id of the person who proposes them; null if none are
 * @param history every proposal and confirmation, in order; in the list of all: empty
 * @param version for the ETag
 */
@Schema(name = "Jurisdiction")
public record JurisdictionView(
    String country,
    int edition,
    SafeguardsBody safeguards,
    @Nullable SafeguardsBody proposed,
    @Nullable String proposedBy,
    List<Step> history,
    @JsonIgnore @Schema(hidden = true) long version) {

  static JurisdictionView of(
      JurisdictionStanding standing, List<JurisdictionStepRow> history, long version) {
    Jurisdiction counting = standing.counting();
    return new JurisdictionView(
        counting.country(),
        counting.edition(),
        SafeguardsBody.of(counting.safeguards()),
        standing.proposed() == null ? null : SafeguardsBody.of(standing.proposed()),
        standing.proposedBy(),
        history.stream().map(Step::of).toList(),
        version);
  }

  /**
   * A step.
   *
   * @param edition what it was confirmed as; null of a proposal
   * @param actor role and opaque id
   */
  @Schema(name = "JurisdictionStep")
  public record Step(
      @Nullable Integer edition, Instant at, String actor, SafeguardsBody safeguards) {

    static Step of(JurisdictionStepRow row) {
      return new Step(
          row.edition == 0 ? null : row.edition,
          row.at,
          row.actor,
          SafeguardsBody.of(row.safeguards()));
    }
  }
}
