/** {@code deploy/writ parked}: events that could not be handled. */
@NullMarked
package org.writ.ops.parked;

import org.jspecify.annotations.NullMarked;
