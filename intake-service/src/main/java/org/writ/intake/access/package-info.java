/**
 * What every call of an agency passes: that the agency and its officer may act, that the officer
 * signed in strongly enough, and that the agency does not call too often.
 */
@NullMarked
package org.writ.intake.access;

import org.jspecify.annotations.NullMarked;
