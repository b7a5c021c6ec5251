/** Which topics the service consumes, and what it does on each event. */
@NullMarked
package org.writ.review.log;

import org.jspecify.annotations.NullMarked;
