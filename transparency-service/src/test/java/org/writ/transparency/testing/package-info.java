/** What the tests of several rooms need: events as other services would write them, a key. */
@NullMarked
package org.writ.transparency.testing;

import org.jspecify.annotations.NullMarked;
