package org.writ.review.policy;

import java.util.Set;

/**
 * Requests that a policy governs.
 *
 * @param regime NATIONAL, EU_E_EVIDENCE, MLAT or CLOUD_ACT
 * @param countries only those of agencies of these countries (ISO 3166-1 alpha-2), before a policy
 *     that names none; empty: all that no other policy names the country of
 */
public record Governed(String regime, Set<String> countries) {}
