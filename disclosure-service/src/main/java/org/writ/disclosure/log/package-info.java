/**
 * What this service consumes: {@code platform.account-activity} fills the account directory, {@code
 * review.cases} opens deliveries and preservations, {@code intake.agencies} says who may fetch
 * packages, {@code intake.handovers} that one arrived, {@code intake.requests} that a preservation
 * is extended.
 */
@NullMarked
package org.writ.disclosure.log;

import org.jspecify.annotations.NullMarked;
