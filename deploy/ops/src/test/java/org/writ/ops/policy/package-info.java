/** Tests of the commands for policies. */
@NullMarked
package org.writ.ops.policy;

import org.jspecify.annotations.NullMarked;
