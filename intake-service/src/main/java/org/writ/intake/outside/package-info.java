/**
 * Calls to addresses that others named: where they may lead ({@link
 * org.writ.intake.outside.Destination}).
 */
@NullMarked
package org.writ.intake.outside;

import org.jspecify.annotations.NullMarked;
