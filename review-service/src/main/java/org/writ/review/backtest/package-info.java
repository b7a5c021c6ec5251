/**
 * Back-tests: what another policy would have found in cases that were decided, beside what was
 * found.
 */
@NullMarked
package org.writ.review.backtest;

import org.jspecify.annotations.NullMarked;
