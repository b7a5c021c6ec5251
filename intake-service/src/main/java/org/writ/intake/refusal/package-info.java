/** Feedback to agencies: what of theirs is refused, why, and what would make it succeed. */
@NullMarked
package org.writ.intake.refusal;

import org.jspecify.annotations.NullMarked;
