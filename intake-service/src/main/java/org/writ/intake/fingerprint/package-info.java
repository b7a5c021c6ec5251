/**
 * Keyed fingerprints: equal values are found without telling which they are. Depends on no other
 * room, so that every room may.
 */
@NullMarked
package org.writ.intake.fingerprint;

import org.jspecify.annotations.NullMarked;
