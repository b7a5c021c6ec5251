/**
 * Casework: the queue by due time, claims with a lease, and the decision item by item. {@link
 * org.writ.review.casework.CaseState} says what a case is and what may follow; {@link
 * org.writ.review.casework.Claiming} and {@link org.writ.review.casework.Deciding} decide, pure;
 * {@link org.writ.review.casework.Casework} carries the decisions out, {@link
 * org.writ.review.casework.CaseFold} keeps the rows.
 */
@NullMarked
package org.writ.review.casework;

import org.jspecify.annotations.NullMarked;
