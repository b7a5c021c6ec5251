/**
 * What this service consumes: {@code platform.account-activity} fills the account directory, {@code
 * review.cases} opens deliveries, {@code intake.agencies} says who may fetch them.
 */
@NullMarked
package org.writ.disclosure.log;

import org.jspecify.annotations.NullMarked;
