/** Tests of the commands for countries. */
@NullMarked
package org.writ.ops.country;

import org.jspecify.annotations.NullMarked;
