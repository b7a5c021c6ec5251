/** What the tests of all rooms share. */
@NullMarked
package org.writ.disclosure;

import org.jspecify.annotations.NullMarked;
