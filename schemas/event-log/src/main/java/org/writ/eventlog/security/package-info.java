/** Who acts: from a signed-in caller to the opaque actor of an event. */
@NullMarked
package org.writ.eventlog.security;

import org.jspecify.annotations.NullMarked;
