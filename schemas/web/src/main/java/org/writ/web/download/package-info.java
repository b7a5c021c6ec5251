/** Files that callers are sent: whole, or not at all. */
@NullMarked
package org.writ.web.download;

import org.jspecify.annotations.NullMarked;
