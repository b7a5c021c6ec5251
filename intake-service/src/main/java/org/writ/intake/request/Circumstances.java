package org.writ.intake.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a new request besides what it says.
 *
 * @param receivedAt when it was received
 * @param duplicateOf an earlier request of the agency with the same reference and items; null if
 *     there is none
 */
record Circumstances(Instant receivedAt, @Nullable String duplicateOf) {}
