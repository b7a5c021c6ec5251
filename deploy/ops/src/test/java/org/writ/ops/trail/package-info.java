/** Tests of trails. */
@NullMarked
package org.writ.ops.trail;

import org.jspecify.annotations.NullMarked;
