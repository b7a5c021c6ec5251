/**
 * The pages for officers without a machine, under {@code /desk}: sign-in, list, submission in four
 * steps, one request. They call what the REST resources call, and add no way of their own to change
 * anything. Everything works without JavaScript.
 */
@NullMarked
package org.writ.intake.desk;

import org.jspecify.annotations.NullMarked;
