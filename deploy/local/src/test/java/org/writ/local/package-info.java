/**
 * Tests of what can be known without starting the stack; the rest is tested by deploy/system-tests.
 */
@NullMarked
package org.writ.local;

import org.jspecify.annotations.NullMarked;
