/**
 * What touches Kafka: the sequencer puts every event of every topic that is kept for ever into
 * {@code transparency.ledger}, exactly once, and the ledger's fold follows from there.
 *
 * <p>The order of steps is what makes the ledger safe: sequence durably, integrate, sign the
 * checkpoint, publish. A crash between two of them loses nothing, as each begins where the rows or
 * the topic say that the last one ended.
 */
@NullMarked
package org.writ.transparency.log;

import org.jspecify.annotations.NullMarked;
