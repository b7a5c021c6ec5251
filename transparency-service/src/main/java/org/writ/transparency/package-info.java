/**
 * The transparency service: puts all events in one order that can be proved, counts requests, and
 * shows both to the public. Needs no sign-in and can read nothing that is sealed.
 */
@NullMarked
package org.writ.transparency;

import org.jspecify.annotations.NullMarked;
