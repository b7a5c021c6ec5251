/**
 * Who is in a conflict of interest about an agency, and sees nothing of its cases. The rows are a
 * fold over the topic {@code review.conflicts}.
 */
@NullMarked
package org.writ.review.conflict;

import org.jspecify.annotations.NullMarked;
