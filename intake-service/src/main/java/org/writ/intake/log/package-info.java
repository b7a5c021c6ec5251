/** Which topics of other services this one follows, and what it does on each event. */
@NullMarked
package org.writ.intake.log;

import org.jspecify.annotations.NullMarked;
