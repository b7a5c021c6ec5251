/** {@code deploy/writ trail}: every step of one request, with its proof. */
@NullMarked
package org.writ.ops.trail;

import org.jspecify.annotations.NullMarked;
