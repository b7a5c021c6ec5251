/**
 * What component tests of all services use: the running backing stack, isolated by names, and real
 * tokens.
 */
@NullMarked
package org.writ.eventlog.testing;

import org.jspecify.annotations.NullMarked;
