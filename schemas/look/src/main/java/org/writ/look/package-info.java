/** What the services' pages say and how they write it, in four languages. */
@NullMarked
package org.writ.look;

import org.jspecify.annotations.NullMarked;
