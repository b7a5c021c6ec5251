/** Policies: lists and shows them, proposes, activates and back-tests them. */
@NullMarked
package org.writ.ops.policy;

import org.jspecify.annotations.NullMarked;
