/**
 * The reviewers' pages about what decisions rest on: policies and their back-tests, safeguards by
 * country, conflicts of interest. They call what the REST resources call, and work without
 * JavaScript.
 */
@NullMarked
package org.writ.review.desk.register;

import org.jspecify.annotations.NullMarked;
