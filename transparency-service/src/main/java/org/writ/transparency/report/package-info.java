/**
 * Reports: the numbers of a period, each with its definition, computed from the facts at a
 * checkpoint of the ledger.
 */
@NullMarked
package org.writ.transparency.report;

import org.jspecify.annotations.NullMarked;
