/** A miniature service: one fold and one set of inputs, as the library's tests need them. */
@NullMarked
package org.writ.eventlog.sample;

import org.jspecify.annotations.NullMarked;
