/** Tests of what the demo invents and decides. */
@NullMarked
package org.writ.ops.demo;

import org.jspecify.annotations.NullMarked;
