package org.writ.review.casework;

import java.util.List;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.Finding;
import org.writ.events.review.PolicyReference;

/**
 * A case that was decided: what it was decided about, and what was found then.
 *
 * @param request its open part, as far as an analysis looks at it
 * @param policy the policy that analysed it
 * @param outcome what the decisions about its items came to
 * @param findings in the order of the analysis
 */
public record PastCase(
    String id,
    RequestSubmitted request,
    PolicyReference policy,
    String outcome,
    List<Finding> findings) {}
