/** Receipts: the ledger's proof that it has an agency's submission. */
@NullMarked
package org.writ.intake.receipt;

import org.jspecify.annotations.NullMarked;
