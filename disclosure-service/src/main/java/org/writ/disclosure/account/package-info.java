/**
 * The account directory: what the platform told about its accounts on {@code
 * platform.account-activity}, kept for twelve months. It is the platform's data and no fold of
 * Writ's own topics. Other rooms read it through {@link org.writ.disclosure.account.Directory}
 * alone, and only {@code collect} does.
 */
@NullMarked
package org.writ.disclosure.account;

import org.jspecify.annotations.NullMarked;
