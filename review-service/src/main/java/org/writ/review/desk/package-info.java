/**
 * The reviewers' pages, under {@code /desk}: the queue, a case on one screen, the supervisor's
 * view. They call what the REST resources call, and add no way of their own to change anything.
 * Everything works without JavaScript.
 */
@NullMarked
package org.writ.review.desk;

import org.jspecify.annotations.NullMarked;
