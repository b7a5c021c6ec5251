/** What is refused, and how it is said: RFC 9457 problem details for every error. */
@NullMarked
package org.writ.disclosure.problem;

import org.jspecify.annotations.NullMarked;
