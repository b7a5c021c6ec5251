/** The documents of cases: intake keeps them, and whoever reads one is asked and recorded here. */
@NullMarked
package org.writ.review.document;

import org.jspecify.annotations.NullMarked;
