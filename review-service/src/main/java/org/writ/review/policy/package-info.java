/**
 * The policies: YAML documents whose rules are CEL conditions over documented, typed facts. {@link
 * org.writ.review.policy.PolicyDocument} reads and checks one, {@link
 * org.writ.review.policy.Policies} says which governs a request, {@link
 * org.writ.review.policy.Policymaking} has two persons put one in force, {@link
 * org.writ.review.policy.LegalAnalysis} runs one over a request.
 */
@NullMarked
package org.writ.review.policy;

import org.jspecify.annotations.NullMarked;
