/** Who calls: the agency, or the person of an agency, behind an access token of the realm. */
@NullMarked
package org.writ.disclosure.security;

import org.jspecify.annotations.NullMarked;
