/**
 * The policies: YAML documents whose rules are CEL conditions over documented, typed facts. {@link
 * org.writ.review.policy.PolicyDocument} reads and checks one, {@link
 * org.writ.review.policy.Policies} holds those that the service started with, {@link
 * org.writ.review.policy.LegalAnalysis} runs one over a request.
 */
@NullMarked
package org.writ.review.policy;

import org.jspecify.annotations.NullMarked;
