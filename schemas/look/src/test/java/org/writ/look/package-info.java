/** Tests of what the pages say. */
@NullMarked
package org.writ.look;

import org.jspecify.annotations.NullMarked;
