/**
 * Collecting: the only way from the account directory into a package. It goes through {@link
 * org.writ.disclosure.collect.Approval}, which carries what was decided (item, data types, period):
 * a {@link org.writ.disclosure.collect.Disclosed} record is made by a {@link
 * org.writ.disclosure.collect.Scope} and by nothing else, and a scope refuses whatever lies outside
 * of its approval.
 */
@NullMarked
package org.writ.disclosure.collect;

import org.jspecify.annotations.NullMarked;
