/**
 * Lists, page by page: {@code limit} and {@code cursor} of a call, and {@code nextCursor} of its
 * answer.
 */
@NullMarked
package org.writ.web.list;

import org.jspecify.annotations.NullMarked;
