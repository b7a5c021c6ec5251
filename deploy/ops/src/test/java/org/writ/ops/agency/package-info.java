/** Tests of the commands for agencies. */
@NullMarked
package org.writ.ops.agency;

import org.jspecify.annotations.NullMarked;
