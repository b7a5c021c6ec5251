package org.writ.intake.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.EmergencyFacts;

/**
 * What is known about a new request besides what it says.
 *
 * @param receivedAt when it was received
 * @param before the agency's requests with the same reference and items
 * @param emergency what our own records say about it; null unless it is an emergency
 */
record Circumstances(
    Instant receivedAt, OrderedBefore before, @Nullable EmergencyFacts emergency) {}
