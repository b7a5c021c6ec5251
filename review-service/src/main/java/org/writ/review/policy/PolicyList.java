package org.writ.review.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of policies.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "PolicyList")
record PolicyList(List<PolicySummary> items, @Nullable String nextCursor) {}
