/** {@code deploy/writ rebuild}: a service's tables from its topics, compared with the live ones. */
@NullMarked
package org.writ.ops.rebuild;

import org.jspecify.annotations.NullMarked;
