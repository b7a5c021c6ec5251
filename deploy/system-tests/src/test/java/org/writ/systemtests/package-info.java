/**
 * The whole system from outside: four services as real processes on the servers of {@code
 * deploy/verify}, with real tokens, real packages and a real browser.
 */
@NullMarked
package org.writ.systemtests;

import org.jspecify.annotations.NullMarked;
