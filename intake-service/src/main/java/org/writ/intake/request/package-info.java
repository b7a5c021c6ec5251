/**
 * Requests: submission, what becomes of them, and how their agencies see them.
 *
 * <p>{@link org.writ.intake.request.SubmissionReader} reads a body, {@link
 * org.writ.intake.request.SubmitRequest} accepts it, {@link
 * org.writ.intake.request.RequestProgress} decides what an event of another service means for a
 * request, {@link org.writ.intake.request.RequestFold} keeps the rows.
 */
@NullMarked
package org.writ.intake.request;

import org.jspecify.annotations.NullMarked;
