package org.writ.review.policy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A policy with its document.
 *
 * @param policy as in the list
 * @param document as it was proposed, or as the service was built with it (YAML)
 * @param faults why this version of the service refuses the document of a draft, so that nobody can
 *     activate it; an earlier version took it in. Empty of any other policy
 * @param history its steps, in order; empty of one that the deployment put in force
 */
@Schema(name = "Policy")
public record PolicyView(
    @JsonUnwrapped PolicySummary policy,
    String document,
    List<PolicyFault> faults,
    List<Step> history) {

  PolicyView(
      PolicySummary policy, byte[] document, List<PolicyFault> faults, List<PolicyStepRow> steps) {
    this(
        policy,
        new String(document, StandardCharsets.UTF_8),
        faults,
        steps.stream().map(Step::of).toList());
  }

  /**
   * A step.
   *
   * @param type PolicyProposed or PolicyActivated
   * @param actor role and opaque id
   * @param digest of the document that it is about
   */
  @Schema(name = "PolicyStep")
  public record Step(String type, Instant at, String actor, String digest) {

    static Step of(PolicyStepRow row) {
      return new Step(row.type, row.at, row.actor, row.digest);
    }
  }
}
