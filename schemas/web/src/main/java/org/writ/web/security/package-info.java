/**
 * Who calls: the agency or the person behind an access token of the realm, and the realm's roles.
 */
@NullMarked
package org.writ.web.security;

import org.jspecify.annotations.NullMarked;
