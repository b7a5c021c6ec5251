package org.writ.intake.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.EmergencyFacts;

/**
 * What is known about a new request besides what it says.
 *
 * @param receivedAt when it was received
 * @param duplicateOf an earlier request of the agency with the same reference and items; null if
 *     there is none
 * @param emergency what our own records say about it; null unless it is an emergency
 */
record Circumstances(
    Instant receivedAt, @Nullable String duplicateOf, @Nullable EmergencyFacts emergency) {}
