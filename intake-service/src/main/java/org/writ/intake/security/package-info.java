/** Who calls: the agency or the person behind an access token of the realm. */
@NullMarked
package org.writ.intake.security;

import org.jspecify.annotations.NullMarked;
