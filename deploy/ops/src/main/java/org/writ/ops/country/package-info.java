/** Safeguards by country: lists and shows them. */
@NullMarked
package org.writ.ops.country;

import org.jspecify.annotations.NullMarked;
