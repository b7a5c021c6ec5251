/**
 * Checks what the ledger claims, with nothing of the ledger's own code: signed checkpoints and
 * inclusion proofs.
 */
@NullMarked
package org.writ.ops.ledger;

import org.jspecify.annotations.NullMarked;
