/**
 * The intake service: agencies submit requests here and follow what becomes of them. A room
 * (package) per concept: {@code agency}, {@code request}; {@code log} follows the other services,
 * {@code security} knows the caller, {@code problem} says what is refused.
 */
@NullMarked
package org.writ.intake;

import org.jspecify.annotations.NullMarked;
