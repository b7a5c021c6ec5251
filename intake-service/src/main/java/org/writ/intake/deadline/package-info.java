/** When a request has to be answered, by the law or by the platform's own rules. All of it pure. */
@NullMarked
package org.writ.intake.deadline;

import org.jspecify.annotations.NullMarked;
