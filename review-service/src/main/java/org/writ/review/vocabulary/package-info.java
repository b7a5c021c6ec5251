/** The words for what requests are about, which several rooms read and check. */
@NullMarked
package org.writ.review.vocabulary;

import org.jspecify.annotations.NullMarked;
