/** Who calls: the reviewer behind an access token of the realm. */
@NullMarked
package org.writ.review.security;

import org.jspecify.annotations.NullMarked;
