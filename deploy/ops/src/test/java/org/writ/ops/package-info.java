/** Tests of the command line. */
@NullMarked
package org.writ.ops;

import org.jspecify.annotations.NullMarked;
