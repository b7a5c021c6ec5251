/**
 * Preservations: one for each preservation order of which something was approved. Opened by the
 * decision; a worker puts a copy of what the account directory holds aside, which stays for its
 * time whatever happens to the accounts; extended as intake says; expired by the clock. The rows
 * are a fold over {@code disclosure.deliveries}; the copies ({@link
 * org.writ.disclosure.preservation.FrozenCopies}), encrypted with the case key, are not. Nothing of
 * them is disclosed here: that takes an order of its own.
 */
@NullMarked
package org.writ.disclosure.preservation;

import org.jspecify.annotations.NullMarked;
