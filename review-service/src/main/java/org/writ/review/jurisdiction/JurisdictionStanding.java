package org.writ.review.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.writ.events.review.Safeguards;

/**
 * How the safeguards of a country stand.
 *
 * @param counting those that count
 * @param proposed those that are proposed; null if none are
 * @param proposedBy opaque id of the person who proposes them; null if none are
 */
record JurisdictionStanding(
    Jurisdiction counting, @Nullable Safeguards proposed, @Nullable String proposedBy) {}
