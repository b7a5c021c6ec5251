/** Tests of the proofs' checks, with other people's vectors. */
@NullMarked
package org.writ.ops.ledger;

import org.jspecify.annotations.NullMarked;
