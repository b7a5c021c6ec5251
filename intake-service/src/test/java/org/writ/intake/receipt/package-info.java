/** Tests of the receipts. */
@NullMarked
package org.writ.intake.receipt;

import org.jspecify.annotations.NullMarked;
