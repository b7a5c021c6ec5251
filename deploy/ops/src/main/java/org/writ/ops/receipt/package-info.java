/** Checks the receipts that agencies keep, offline. */
@NullMarked
package org.writ.ops.receipt;

import org.jspecify.annotations.NullMarked;
