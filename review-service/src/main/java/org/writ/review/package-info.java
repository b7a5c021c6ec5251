/**
 * The review service: a request's legal analysis and its decision. A room (package) per concept:
 * {@code policy} holds the rules, {@code casework} the queue and the cases; {@code log} follows the
 * other services, {@code security} knows the caller, {@code problem} says what is refused.
 */
@NullMarked
package org.writ.review;

import org.jspecify.annotations.NullMarked;
