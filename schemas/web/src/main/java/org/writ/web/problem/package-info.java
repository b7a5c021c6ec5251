/**
 * What is refused, and how it is said: strict reading of JSON bodies, faults by JSON pointer, RFC
 * 9457 problem details for every error.
 */
@NullMarked
package org.writ.web.problem;

import org.jspecify.annotations.NullMarked;
