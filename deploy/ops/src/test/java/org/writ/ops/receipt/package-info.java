/** Tests of the receipts' check. */
@NullMarked
package org.writ.ops.receipt;

import org.jspecify.annotations.NullMarked;
