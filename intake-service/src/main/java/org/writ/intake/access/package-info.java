/**
 * What every call of an agency passes: that the agency and whoever acts for it may act, and that
 * the agency does not call too often. How strongly officers sign in is the same in all services:
 * {@link org.writ.web.security.OfficerSignIn}.
 */
@NullMarked
package org.writ.intake.access;

import org.jspecify.annotations.NullMarked;
