package org.writ.review.refusal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.AgencyDecisions.Decisions;
import org.writ.review.casework.AgencyDecisions.Refused;
import org.writ.review.policy.Ground;
import org.writ.review.policy.Policies;
import org.writ.review.policy.Policy;

/**
 * Why an agency's requests were refused.
 *
 * @param from inclusive; by when it was decided
 * @param to exclusive
 * @param decided requests
 * @param refused requests of which everything was refused
 * @param partlyApproved requests of which something was refused
 * @param causes those of most requests first
 */
@Schema(name = "RefusalReport")
record RefusalReport(
    Agency agency,
    Instant from,
    Instant to,
    int decided,
    int refused,
    int partlyApproved,
    List<Cause> causes) {

  /**
   * Whose requests.
   *
   * @param name what the agency was called in its newest request
   */
  @Schema(name = "RefusedAgency")
  record Agency(String id, String name) {}

  /**
   * A ground, as the policy says it that was decided under.
   *
   * @param wording in public words; null if no policy of this version of the service says it
   * @param remedy what would make the request succeed; null likewise
   * @param policy id of the policy
   * @param requests in which something was refused on it
   * @param items refused on it
   */
  @Schema(name = "RefusalCause")
  record Cause(
      String ground,
      @Nullable String wording,
      @Nullable String remedy,
      String policy,
      int requests,
      int items) {

    private static Cause of(Refused refused, @Nullable Policy policy) {
      Ground said = policy == null ? null : policy.grounds().get(refused.ground());
      return new Cause(
          refused.ground(),
          said == null ? null : said.wording(),
          said == null ? null : said.remedy(),
          refused.policyId(),
          refused.requests(),
          refused.items());
    }
  }

  static RefusalReport of(
      String agency, Instant from, Instant to, Decisions decisions, Policies policies) {
    Map<String, Policy> byId =
        policies.all().stream().collect(Collectors.toMap(Policy::id, Function.identity()));
    return new RefusalReport(
        new Agency(agency, decisions.agencyName()),
        from,
        to,
        decisions.decided(),
        decisions.refused(),
        decisions.partlyApproved(),
        decisions.grounds().stream()
            .map(refused -> Cause.of(refused, byId.get(refused.policyId())))
            .toList());
  }
}
