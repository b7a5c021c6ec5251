/**
 * How well reviewers agree: a sample of decisions is decided a second time by somebody who does not
 * know how they were decided. It never changes a decision. The rows are a fold over the topic
 * {@code review.quality}.
 */
@NullMarked
package org.writ.review.quality;

import org.jspecify.annotations.NullMarked;
