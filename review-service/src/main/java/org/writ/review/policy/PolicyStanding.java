package org.writ.review.policy;

import java.time.LocalDate;

/**
 * How a policy stands that somebody proposed.
 *
 * @param digest of the document that was proposed last
 * @param effectiveFrom its first day
 * @param proposedBy opaque id of the person
 * @param activated whether another person confirmed it
 */
record PolicyStanding(
    String digest, LocalDate effectiveFrom, String proposedBy, boolean activated) {}
